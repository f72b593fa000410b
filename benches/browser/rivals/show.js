// The same container in every rival: a dialog in a closed shadow root, the reader's own style sheet, the text given.
// Built the way each library is meant to be used: it gives markup, so markup is what is set.
export function show(title, html, css) {
  const host = document.createElement("plainread-bench");
  const root = host.attachShadow({ mode: "closed" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];
  const dialog = document.createElement("dialog");
  const article = document.createElement("article");
  const heading = document.createElement("h1");
  heading.textContent = title;
  const body = document.createElement("div");
  body.setHTMLUnsafe ? body.setHTMLUnsafe(html) : (body.innerHTML = html);
  article.append(heading, body);
  dialog.append(article);
  root.append(dialog);
  document.documentElement.append(host);
  dialog.showModal();
}
