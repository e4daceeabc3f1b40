import * as node from "node:fs";

/** The calls to `node:fs` that writers make; tests replace them with failing ones. */
export type FileSystem = Pick<
  typeof node,
  | "closeSync"
  | "cpSync"
  | "fsyncSync"
  | "lstatSync"
  | "mkdirSync"
  | "openSync"
  | "readdirSync"
  | "realpathSync"
  | "renameSync"
  | "rmSync"
  | "rmdirSync"
  | "statSync"
  | "writeFileSync"
>;

/** The machine's own. */
export const fileSystem: FileSystem = node;

/** Why a file-system call failed and what to do; undefined for other errors. */
export function reasonOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const code = codeOf(error);
  if (code === undefined) return undefined;
  return reasons[code] ?? ("syscall" in error ? error.message : undefined);
}

/** The code of a system error, such as ENOENT. */
export function codeOf(error: unknown): string | undefined {
  const code: unknown = error instanceof Error && "code" in error ? error.code : undefined;
  return typeof code === "string" ? code : undefined;
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: "permission is denied: choose another place, or change its permissions",
  EBUSY: "it is in use or is a file system of its own: choose a folder within it",
  EDQUOT: "the quota of the disk is used up: free some space",
  EEXIST: "another file is in the way: choose another place",
  EFBIG: "the file is larger than its file system allows: choose another place",
  EIO: "the disk reports an error: choose another place",
  EISDIR: "it is a folder: name a file",
  ELOOP: "its links are circular: choose another place",
  EMFILE: "too many files are open: close some programs, or raise the limit (ulimit -n)",
  ENAMETOOLONG: "the name is too long: choose a shorter one",
  ENFILE: "too many files are open: close some programs",
  ENOENT: "the file or folder does not exist and cannot be created: check the path",
  ENOSPC: "the disk is full: free some space",
  ENOTDIR: "part of the path is a file, not a folder: check the path",
  ENOTEMPTY: "another program is writing there: try again when it has finished",
  EPERM: "the system does not permit it: choose another place",
  EPIPE: "its reader has closed it: let the reader run to the end of the output",
  EROFS: "the file system is read-only: choose another place",
  ERR_FS_EISDIR: "it is a folder: name a file",
  ERR_INVALID_ARG_VALUE: "the name contains a character that is not allowed: check the path",
  EXDEV: "it is on another file system: choose another place"
};
