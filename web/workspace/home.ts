/** The page `/`: the aide filling the page. */
import { messagesOf, rememberedLanguage } from "../shared/language.ts";
import type { Language } from "../../src/contract/answer.ts";
import { TroLyAo } from "../widget/tro-ly-ao.ts";

function follow(language: Language): void {
  document.documentElement.lang = language;
  document.title = messagesOf(language).productName;
}

follow(rememberedLanguage() ?? "vi");
document.addEventListener("language-change", (event) => {
  if (event instanceof CustomEvent) follow(event.detail === "en" ? "en" : "vi");
});
customElements.define("tro-ly-ao", TroLyAo);
