/** The build embeds Word files as base64 text. */
declare module '*.docx' {
  const base64: string;
  export default base64;
}
