export {bridge, type BridgeRow} from "./bridge.js";
export {correction, type Correction} from "./correction.js";
export {readme} from "./stack.js";
