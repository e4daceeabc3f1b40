import type {BuildRequest} from "../../lib/greenfield/build.js";
import {imported} from "../../components/load/load-error.js";
import type {requestOf} from "./request.js";

/** The form's question, once its data have been fetched. */
export async function requested(...asked: Parameters<typeof requestOf>): Promise<BuildRequest> {
  const {requestOf} = await imported("the form reader", () => import("./request.js"));
  return requestOf(...asked);
}
