/** A style sheet taken as text, to be adopted by a shadow root. */
declare module "*.css?inline" {
  const text: string;
  export default text;
}
