/** Copy buttons were drawn with the page; here they get the behaviour of new ones. */
for (const button of document.querySelectorAll(".observablehq-pre-copy"))
  button.addEventListener("click", () => {
    void navigator.clipboard.writeText(button.nextElementSibling?.textContent.trim() ?? "");
  });
