import {loadProject, runScenario} from "../data-loaders/run/project.js";
import {drawScenario} from "../data-loaders/run/uncertainty.js";

const project = loadProject();
drawScenario(project, runScenario(project, "reference"), {
  design: {spread: "latin", draws: Number(process.argv[2]), seed: 1}
});
console.log(process.resourceUsage().maxRSS);
