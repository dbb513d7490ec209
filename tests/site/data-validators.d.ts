/** What the tests use of validators that bring no types. */
declare module 'datapackage' {
  interface Resource {
    readonly name: string;
    readonly headers?: readonly string[];
    readonly schema: { readonly descriptor: { readonly fields: readonly { readonly name: string }[] } };
    read(options?: { keyed?: boolean }): Promise<unknown[]>;
  }
  interface DataPackage {
    readonly valid: boolean;
    readonly errors: readonly Error[];
    readonly resources: readonly Resource[];
  }
  const dataPackage: { readonly Package: { load(descriptor: string): Promise<DataPackage> } };
  export default dataPackage;
}
declare module 'ro-crate' {
  interface Validator {
    readonly crate: { resolveContext(): Promise<unknown> };
    readonly results: readonly { readonly id: string; readonly status: string; readonly message: string }[];
    parseJSON(json: string): void;
    validate(): Promise<void>;
  }
  const roCrate: { readonly Validator: new () => Validator };
  export default roCrate;
}
