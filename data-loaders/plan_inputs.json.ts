import {publishPlanInputs} from "./publish.js";

await publishPlanInputs();
