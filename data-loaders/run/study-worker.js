import {register} from "tsx/esm/api";

// A worker does not inherit the way in which its parent reads TypeScript.
register();
await import("./study-thread.js");
