import {OWN} from "./custom-scenario.js";
import {carryingOwn} from "./own-address.js";

/** Keeps the scenario in the page's address when a reader follows a link to another page. */
export function carry(): void {
  document.addEventListener(
    "click",
    ({target}) => {
      const link = target instanceof Element ? target.closest<HTMLAnchorElement>("a[href]") : null;
      if (link && isPage(link) && !new URL(link.href).searchParams.has(OWN) && !link.closest(".own-banner"))
        link.href = carryingOwn(link.href);
    },
    {capture: true}
  );
}

function isPage({href, origin, target, download}: HTMLAnchorElement): boolean {
  const file = /\.(?!html$)\w+$/.test(new URL(href).pathname);
  return origin === location.origin && target !== "_blank" && download === "" && !file;
}
