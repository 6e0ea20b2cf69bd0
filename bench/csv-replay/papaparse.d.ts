/** The part of papaparse that is used here; the package brings no types of its own. */
declare module 'papaparse' {
  const Papa: { readonly parse: <Row>(text: string, options: { readonly skipEmptyLines: boolean }) => { readonly data: readonly Row[] } };
  export default Papa;
}
