/** Whether an address asks for more than the page as built. */
export function saysMore(): boolean {
  return location.search !== "" || (location.hash !== "" && !document.getElementById(location.hash.slice(1)));
}
