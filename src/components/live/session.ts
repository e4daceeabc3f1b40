import {once} from "../load/once.js";
import {openSession} from "./model-session.js";
import {published} from "./published-model.js";

/** The page's session. */
export const session = once(async () => openSession(await published()));
