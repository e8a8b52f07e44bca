/** What a frame shows of a town without a release. */
export { emptyEmbed } from "../../../dashboards/charts/public/empty-embed.js";
