/** Small conveniences. Every page works without them; see the live check in the draft form too. */
for (const form of Array.from(document.querySelectorAll("form"))) {
  form.addEventListener("submit", (event) => {
    const button = (event as SubmitEvent).submitter as HTMLButtonElement | null;
    const question = button?.dataset["confirm"];
    if (question && !window.confirm(question)) {
      event.preventDefault();
      return;
    }
    if (form.dataset["sent"]) {
      event.preventDefault();
      return;
    }
    form.dataset["sent"] = "1";
    // Disabled only after the form's data were taken, so that the button's own value is sent too.
    setTimeout(() => button?.setAttribute("disabled", ""), 0);
  });
}

// Coming back by the browser's history must not leave the form locked.
window.addEventListener("pageshow", () => {
  for (const form of Array.from(document.querySelectorAll("form"))) {
    delete form.dataset["sent"];
    for (const button of Array.from(form.querySelectorAll("button[disabled]"))) button.removeAttribute("disabled");
  }
});

document.querySelector<HTMLElement>(".errors")?.focus();

/** The live check: the draft is sent as it is typed, and the findings come back as a piece of the page. */
for (const form of Array.from(document.querySelectorAll<HTMLFormElement>("form[data-live]"))) {
  const target = document.getElementById("findings");
  const address = form.dataset["live"];
  if (!target || !address) continue;
  let timer = 0;
  let latest = 0;
  const refresh = async () => {
    latest += 1;
    const mine = latest;
    try {
      const response = await fetch(address, { method: "POST", body: new FormData(form), headers: { accept: "text/html" } });
      if (response.ok && mine === latest) target.innerHTML = await response.text();
    } catch {
      // Offline or slow: the findings stay as they were, and submission checks again.
    }
  };
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = window.setTimeout(refresh, 400);
  });
}
