import {register} from "tsx/esm/api";

// A worker does not inherit its parent's TypeScript loader.
register();
await import("./study-thread.js");
