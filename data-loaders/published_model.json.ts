import {toJson} from "../lib/library/index.js";
import {modelHash} from "../scripts/hash.js";
import {loadProject, publishedModel} from "./run/project.js";

process.stdout.write(toJson(publishedModel(loadProject(), modelHash())));
