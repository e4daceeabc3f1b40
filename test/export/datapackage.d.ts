declare module "datapackage" {
  /** Checks a descriptor against the profiles that the standard publishes. */
  export class Package {
    static load(descriptor: object, options: {basePath: string}): Promise<Package>;
    readonly valid: boolean;
    readonly errors: readonly Error[];
  }
}
