/** WOFF 2.0 to OpenType; the package has no types of its own. */
declare module 'wawoff2/decompress.js' {
  export default function decompress(font: Uint8Array): Promise<Uint8Array>;
}
