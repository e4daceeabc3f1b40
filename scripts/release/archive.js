import {run} from "../run.js";

/**
 * Packs files of a folder as `.tar.gz`, sorted by name and without times, owners or the build's hash: the same files
 * give the same bytes.
 * @param {string} folder
 * @param {readonly string[]} names
 * @param {string} file
 */
export async function archive(folder, names, file) {
  const same = ["--sort=name", "--mtime=@0", "--owner=0", "--group=0", "--numeric-owner", "--exclude=.site-hash"];
  const tar = file.replace(/\.gz$/, "");
  await run("tar", [...same, "-cf", tar, "-C", folder, ...names]);
  await run("gzip", ["-n", "-9", "-f", tar]);
}
