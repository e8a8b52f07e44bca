/** What a frame shows of a town without a release. */
export { emptyEmbed } from "../../../dashboards/residents/embed/empty-embed.js";
