import {expect, test} from "vitest";
import {leave, useBrowser, visit} from "./browser.js";

useBrowser();

const csv = (name: string, text: string) => ({name, mimeType: "text/csv", buffer: Buffer.from(text)});

test("Validation shows a reader's own results beside predictions, and nothing stays beside an error", async () => {
  const visited = await visit("validation");
  const {page} = visited;
  const chooser = page.locator("input[type=file]");
  const fields = "id,model,gpu,gpus,mean_input_tokens,mean_output_tokens,concurrency_or_batch";
  const own = `${fields},output_tokens_per_s_per_gpu\nmine,llama-3.3-70b,H100,4,1000,1000,64,400\n`;
  await chooser.setInputFiles(csv("own.csv", own));
  await page.getByText(/1 of 1 cases of own.csv are\s+predicted\. The median error is/).waitFor();
  const table = page.getByRole("region", {name: "Your measurements and predictions"});
  expect(await table.locator("tbody td").first().innerText()).toBe("mine");
  await chooser.setInputFiles(csv("wrong.csv", "model,gpuss\nllama-3.3-70b,H100\n"));
  await page.getByText(/wrong.csv: case 1: unknown field "gpuss"/).waitFor();
  expect(await table.count()).toBe(0);
  expect(visited.problems).toEqual([]);
  await leave(visited);
});
