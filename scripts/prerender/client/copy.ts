/** Buttons that copy code were drawn with the page: here they get what they do, which new ones have. */
for (const button of document.querySelectorAll(".observablehq-pre-copy"))
  button.addEventListener("click", () => {
    void navigator.clipboard.writeText(button.nextElementSibling?.textContent.trim() ?? "");
  });
