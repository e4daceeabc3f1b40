import {imported} from "../load/load-error.js";
import {untilLoaded} from "../load/until-loaded.js";
import {button} from "./button.js";
import {download} from "./download.js";

/** Words for the picture of a chart: its file name, title and note. */
export interface PictureWords {
  /** File name, without extension. */
  name: string;
  title: string;
  note: string;
}

/** Buttons that save what a chart currently draws, as SVG and PNG; none if it draws no SVG. */
export function chartButtons(chart: Element, words: () => PictureWords): HTMLElement[] {
  if (!chart.querySelector("svg")) return [];
  const picture = async () => {
    const {name, title, note} = words();
    const {chartPicture} = await loaded(() => import("./chart-picture.js"));
    return {name, picture: chartPicture(chart, title, note)};
  };
  const svg = async (): Promise<void> => {
    const {name, picture: made} = await picture();
    download(`${name}.svg`, made.svg, "image/svg+xml");
  };
  const png = async (): Promise<void> => {
    const {name, picture: made} = await picture();
    const {dataUrl, pngIn} = await loaded(() => import("../report/picture.js"));
    download(`${name}.png`, pngIn(await dataUrl(made)) as Uint8Array<ArrayBuffer>, "image/png");
  };
  return [button("Download SVG", () => void svg()), button("Download PNG", () => void png())];
}

function loaded<Module>(from: () => Promise<Module>): Promise<Module> {
  return untilLoaded(() => imported("the image writer", from));
}
