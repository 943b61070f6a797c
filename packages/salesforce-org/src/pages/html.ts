/** A piece of HTML in which everything that came from outside is escaped. */
export class Html {
  constructor(readonly text: string) {}

  toString(): string {
    return this.text;
  }
}

type HtmlValue = Html | string | number | boolean | null | undefined;

/** Tagged template: values are escaped unless they are `Html` already. */
export function html(
  parts: TemplateStringsArray,
  ...values: readonly (HtmlValue | readonly HtmlValue[])[]
): Html {
  let text = parts[0];
  values.forEach((value, index) => {
    text += [value].flat().map(render).join('') + parts[index + 1];
  });
  return new Html(text);
}

function render(value: HtmlValue): string {
  if (value instanceof Html) {
    return value.text;
  }
  return escapeText(value === null || value === undefined ? '' : String(value));
}

/** For text and for attributes in quotes; good for XML as well. */
export function escapeText(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;');
}

/** A whole page, readable without scripts, in light and dark. */
export function page(options: { title: string; body: Html }): string {
  return html`<!DOCTYPE html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${options.title} | Local Salesforce org</title>
        <style>
          :root {
            color-scheme: light dark;
            font: 15px/1.5 system-ui, sans-serif;
          }
          body {
            max-width: 60rem;
            margin: 2rem auto;
            padding: 0 1rem;
          }
          table {
            border-collapse: collapse;
            width: 100%;
          }
          th,
          td {
            text-align: left;
            padding: 0.25rem 0.75rem 0.25rem 0;
            vertical-align: top;
            border-bottom: 1px solid
              color-mix(in srgb, currentColor 15%, transparent);
            overflow-wrap: anywhere;
          }
          th {
            font-weight: 600;
            width: 16rem;
          }
          form {
            max-width: 24rem;
            display: grid;
            gap: 0.75rem;
          }
          label {
            display: grid;
            gap: 0.25rem;
          }
          input,
          button {
            font: inherit;
            padding: 0.5rem 0.75rem;
          }
          .error {
            color: #c0392b;
          }
          .note {
            opacity: 0.75;
          }
        </style>
      </head>
      <body>
        <main>${options.body}</main>
      </body>
    </html> `.text;
}
