import {functions} from "../model/functions.js";
import {languageModel} from "../model/language-model.js";
import {parameter} from "../model/parameter.js";
import {rentalQuote} from "../model/quote.js";
import {accelerator, acceleratorFamily, memory, processNode} from "../model/silicon.js";
import {linkedLater, model} from "../sheet/index.js";
import {benchmark} from "./benchmark.js";
import {cause} from "./error-explanation.js";
import {servingFigure} from "./serving-figure.js";
import {heldOut, measuredOption, measurement} from "./measurement.js";
import {simulator} from "./simulator.js";
import {servingStack} from "./serving-stack.js";
import {testSetup} from "./test-setup.js";
import {accuracy} from "./accuracy.js";
import {evidence} from "./evidence.js";
import {kernel} from "./kernel.js";
import {fittedValue} from "./fitted-value.js";

/** The model of serving alone, on measurements instead of deployments. */
export const validation = linkedLater(() =>
  model(
    [
      processNode,
      memory,
      acceleratorFamily,
      accelerator,
      rentalQuote,
      languageModel,
      benchmark,
      servingStack,
      kernel,
      testSetup,
      fittedValue,
      measurement,
      measuredOption,
      heldOut,
      evidence,
      accuracy,
      servingFigure,
      simulator,
      cause
    ],
    parameter,
    functions
  )
);
