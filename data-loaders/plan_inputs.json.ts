import {publishPlanInputs} from "./run/publish.js";

await publishPlanInputs();
