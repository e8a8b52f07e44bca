declare module "*.csv" {
  /** The file's text, within the script: for small ones. */
  const text: string;
  export default text;
}
