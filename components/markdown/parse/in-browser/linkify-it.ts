/** Stands for the package `linkify-it` in the browser (next.config.ts): the parser makes one, but links are found by `bare-links.ts`. */
export class LinkifyIt {}
