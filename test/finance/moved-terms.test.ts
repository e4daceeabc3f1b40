import {expect, it} from "vitest";
import {movedTerms} from "../../lib/finance/moved-terms.js";
import {projectDefault} from "../../lib/finance/index.js";
import {resolveInput} from "../../lib/sheet/index.js";
import {reference} from "../model/project.js";

it.each(Object.entries(movedTerms))(
  "%s is no term of projects any more, and an input of the chain: %s",
  (name, now) => {
    expect(Object.keys(projectDefault.columns)).not.toContain(name);
    expect(resolveInput(reference.run, now).column.name).toBe(name);
    expect(() => resolveInput(reference.run, `project_default.${name}`)).toThrow(`did you mean ${now}?`);
  }
);
