/** Made by the bundler: path below `loaders/definitions` → text of every built-in definition. */
declare module "segbook:definitions" {
  const texts: Readonly<Record<string, string>>;
  export default texts;
}
