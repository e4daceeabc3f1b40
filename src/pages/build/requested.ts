import type {BuildRequest} from "../../lib/greenfield/build.js";
import {imported} from "../../components/load/load-error.js";
import type {requestOf} from "./request.js";

/** What the form asks, with what that takes fetched first. */
export async function requested(...asked: Parameters<typeof requestOf>): Promise<BuildRequest> {
  const {requestOf} = await imported("the form reader", () => import("./request.js"));
  return requestOf(...asked);
}
