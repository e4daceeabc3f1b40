import {existsSync} from "node:fs";
import {join} from "node:path";
import {installDebian} from "./debian.js";

/** The path of LibreOffice, which is installed if missing and permitted; `undefined` if that fails. */
export async function libreOffice() {
  const found = find();
  if (found === undefined) await installDebian(["libreoffice-calc", "libreoffice-writer"]);
  return found ?? find();
}

function find() {
  const names = ["soffice", "libreoffice"];
  const directories = (process.env.PATH ?? "").split(":");
  const application = "/Applications/LibreOffice.app/Contents/MacOS/soffice";
  const paths = [...directories.flatMap((directory) => names.map((name) => join(directory, name))), application];
  return paths.find((path) => existsSync(path));
}
