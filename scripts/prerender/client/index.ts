import "./copy.js";
import "framework:pre.js";
import "framework:sidebar.js";
import "framework:toc.js";

export {begin, define} from "./define.js";
export {beginLate, hurry, isLate} from "./late.js";
export {replay} from "./replay.js";
export {settled} from "./work.js";
