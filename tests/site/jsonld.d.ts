declare module 'jsonld' {
  interface RemoteDocument {
    readonly contextUrl: string | undefined;
    readonly documentUrl: string;
    readonly document: unknown;
  }
  const jsonld: {
    expand(
      document: unknown,
      options: { documentLoader(url: string): Promise<RemoteDocument> },
    ): Promise<readonly object[]>;
  };
  export default jsonld;
}
