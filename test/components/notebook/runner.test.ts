import {expect, test} from "vitest";
import type {Cell, Notebook} from "../../../src/components/notebook/notebook.js";
import {runner, type CellState} from "../../../src/components/notebook/runner.js";

const sql = (name: string, query: string): Cell => ({kind: "sql", name, query});
const chain: Notebook = {
  title: "",
  cells: [sql("c", "FROM b"), sql("b", "FROM a"), sql("a", "SELECT 1"), sql("d", "")]
};
const names = (notebook: Notebook): string[] => notebook.cells.map(({name}) => name);

/** A runner whose work fails for queries that say so, and takes until released for those that say `slow`. */
function tried() {
  const ran: string[] = [];
  const states = new Map<string, CellState>();
  let release: () => void = () => undefined;
  const one = runner({
    now: () => 0,
    tell: (name, state) => void states.set(name, state),
    work: async (cell, signal) => {
      ran.push(cell.name);
      if (cell.kind !== "sql") return;
      if (cell.query.includes("fails")) throw new Error("it fails");
      if (!cell.query.includes("slow")) return;
      await new Promise<void>((resolve, reject) => {
        release = resolve;
        signal.addEventListener("abort", () => reject(new Error("aborted")));
      });
    }
  });
  return {...one, ran, states, release: () => release()};
}

test("cells run in dependency order, and again with all their dependents", async () => {
  const {update, settled, ran} = tried();
  update(chain, names(chain));
  await settled();
  expect(ran.splice(0)).toEqual(["a", "b", "c", "d"]);
  update(chain, ["b"]);
  await settled();
  expect(ran).toEqual(["b", "c"]);
});

test("dependents of a failed cell wait, and run once it is corrected", async () => {
  const {update, settled, ran, states} = tried();
  const broken = {...chain, cells: [sql("c", "FROM b"), sql("b", "FROM a"), sql("a", "fails")]};
  update(broken, names(broken));
  await settled();
  expect(states.get("a")).toMatchObject({status: "failed", error: new Error("it fails")});
  expect(states.get("b")).toEqual({status: "waiting", for: "a"});
  expect(states.get("c")).toEqual({status: "waiting", for: "b"});
  ran.length = 0;
  update(chain, ["a"]);
  await settled();
  expect(ran).toEqual(["a", "b", "c"]);
});

test("a cell in a circle fails with the path, and its dependents wait", async () => {
  const {update, settled, ran, states} = tried();
  const circle = {title: "", cells: [sql("a", "FROM b"), sql("b", "FROM a"), sql("c", "FROM a"), sql("d", "")]};
  update(circle, names(circle));
  await settled();
  expect(ran).toEqual(["d"]);
  expect(states.get("a")).toMatchObject({
    status: "failed",
    error: new Error("a circle: a reads b reads a\n  let one of them read something else")
  });
  expect(states.get("c")).toEqual({status: "waiting", for: "a"});
});

test("an unknown input or an unknown cell of a chart is named", async () => {
  const {update, settled, states} = tried();
  const missing: Notebook = {
    title: "",
    cells: [
      sql("a", "SELECT $nowhere"),
      {kind: "chart", name: "b", of: "nothing", spec: {}},
      {kind: "text", name: "c", text: "${gone.x}"}
    ]
  };
  update(missing, names(missing));
  await settled();
  const message = (name: string): unknown => (states.get(name) as {error: Error}).error.message.split("\n")[0];
  expect(["a", "b", "c"].map(message)).toEqual([
    "no input is called nowhere",
    "no cell is called nothing",
    "no cell or input is called gone"
  ]);
});

test("a cancelled cell says so, and its dependents wait", async () => {
  const {update, settled, states, cancel} = tried();
  const slow = {title: "", cells: [sql("a", "slow"), sql("b", "FROM a")]};
  update(slow, names(slow));
  await Promise.resolve();
  await Promise.resolve();
  cancel();
  await settled();
  expect(states.get("a")).toEqual({status: "cancelled"});
  expect(states.get("b")).toEqual({status: "waiting", for: "a"});
});

test("changing the running cell cancels it and runs the new version", async () => {
  const {update, settled, ran, states} = tried();
  update({title: "", cells: [sql("a", "slow"), sql("b", "FROM a")]}, ["a", "b"]);
  await Promise.resolve();
  await Promise.resolve();
  update({title: "", cells: [sql("a", "SELECT 1"), sql("b", "FROM a")]}, ["a"]);
  await settled();
  expect(ran).toEqual(["a", "a", "b"]);
  expect(states.get("b")).toMatchObject({status: "done"});
});

test("a cell removed while running reports nothing more", async () => {
  const {update, settled, states} = tried();
  update({title: "", cells: [sql("a", "slow")]}, ["a"]);
  await Promise.resolve();
  await Promise.resolve();
  update({title: "", cells: [sql("b", "")]}, ["b"]);
  await settled();
  expect(states.get("a")).toMatchObject({status: "running"});
  expect(states.get("b")).toMatchObject({status: "done"});
});
