/**
 * Markup that has carried scripts or requests past sanitizers, after what is publicly known of such holes. Each names
 * its canary: `canary("name")` for what runs, `/canary/name` for what is asked of the server. The page itself may
 * run them as it loads; the reader may not.
 */

const SVG = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"';

/** Vectors that leave the page around them whole. */
export const VECTORS = {
  // Elements that run, load or embed.
  script: `<script>canary("script")</script><script src="/canary/script"></script>`,
  svgScript: `<svg ${SVG}><script>canary("svgScript")</script><script href="/canary/svgScript"/></svg>`,
  iframe: `<iframe src="javascript:parent.canary('iframe')"></iframe>`,
  srcdoc: `<iframe srcdoc="&lt;script&gt;parent.canary('srcdoc')&lt;/script&gt;"></iframe>`,
  object: `<object data="javascript:canary('object')"><p>object words</p></object>`,
  embed: `<embed src="javascript:canary('embed')">`,
  link: `<link rel="prefetch" href="/canary/link"><link rel="stylesheet" href="/canary/link.css">`,
  style: `<style>@import "/canary/style"; article { background: url("/canary/style-url") }</style>`,
  refresh: `<meta http-equiv="refresh" content="600;url=javascript:canary('refresh')">`,
  portal: `<portal src="/canary/portal"></portal><fencedframe src="/canary/fenced"></fencedframe>`,
  media: `<video poster="/canary/poster" src="/canary/video" onerror="canary('media')"></video>`,
  // Attributes that run.
  onerror: `<img src="/own/none-1.png" alt="one" onerror="canary('onerror')">`,
  onerrorCase: `<IMG SRC="/own/none-2.png" alt="two" oNeRrOr=canary('onerrorCase')>`,
  onerrorSlash: `<img/src="/own/none-3.png"/alt="three"/onerror=canary("onerrorSlash")>`,
  onload: `<svg ${SVG} onload="canary('onload')"><circle r="1"/></svg>`,
  ontoggle: `<details open ontoggle="canary('ontoggle')"><summary>Summary words</summary><p>Inside</p></details>`,
  onfocus: `<p tabindex="0" autofocus onfocus="canary('onfocus')">A paragraph that wants the focus, of some length.</p>`,
  onanimation: `<p style="animation: x 1ms" onanimationstart="canary('onanimation')">A paragraph that moves a little.</p>`,
  onpointer: `<p onpointerover="canary('onpointer')" onmouseover="canary('onmouse')" onclick="canary('onclick')">Point here, please, and go on.</p>`,
  onbegin: `<svg ${SVG}><animate onbegin="canary('onbegin')" attributeName="x" dur="1ms"/></svg>`,
  onmarquee: `<marquee onstart="canary('onmarquee')">Old words that wander over the page.</marquee>`,
  formaction: `<form id="f1" action="javascript:canary('form')"><button formaction="javascript:canary('formaction')">Send</button><input type="image" src="/own/none-4.png" formaction="javascript:canary('image')"></form>`,
  ping: `<p>Read <a href="/own/next" ping="/canary/ping" target="_top">the next part</a> of it all.</p>`,
  styleUrl: `<p style="background: url(/canary/style-attribute); list-style-image: url('/canary/list')">A paragraph with a background of its own.</p>`,
  styleExpression: `<p style="width: expression(canary('expression')); -moz-binding: url(/canary/binding)">A paragraph from old times, with a style.</p>`,
  // Addresses that run.
  js: `<p>See <a href="javascript:canary('js')">the javascript link</a> here.</p>`,
  jsCase: `<p>See <a href="JaVaScRiPt:canary('jsCase')">the mixed link</a> here.</p>`,
  jsTab: `<p>See <a href="java&#9;script:canary('jsTab')">the tab link</a> here.</p>`,
  jsNewline: `<p>See <a href="java&#10;script&colon;canary('jsNewline')">the newline link</a> here.</p>`,
  jsControl: `<p>See <a href="&#1;&#14; javascript:canary('jsControl')">the control link</a> here.</p>`,
  jsEntity: `<p>See <a href="&#106;&#x61;vascript&#58;canary('jsEntity')">the entity link</a> here.</p>`,
  jsComment: `<p>See <a href="javascript://example.org/%0acanary('jsComment')">the comment link</a> here.</p>`,
  vbscript: `<p>See <a href="vbscript:canary('vbscript')">the other script</a> here.</p>`,
  dataHtml: `<p>See <a href="data:text/html,<script>opener.canary('dataHtml')</script>">the data link</a> here.</p>`,
  dataImage: `<img alt="four" src="data:image/svg+xml,<svg ${SVG.replaceAll('"', "'")} onload='top.canary(1)'><image href='/canary/data-image'/><script>top.canary('dataImage')</script></svg>">`,
  dataPage: `<img alt="five" src="data:text/html,<script>canary('dataPage')</script>">`,
  blob: `<p>See <a href="blob:https://example.org/1">the blob</a> and <a href="filesystem:https://example.org/x">the file</a> and <a href="file:///etc/passwd">another</a>.</p>`,
  srcset: `<img alt="six" src="/own/none-5.png" srcset="javascript:canary('srcset') 1x, data:text/html,x 2x">`,
  picture: `<picture><source srcset="javascript:canary('picture')"><img alt="seven" src="javascript:canary('pictureImg')"></picture>`,
  lazy: `<img alt="eight" data-src="javascript:canary('lazy')" data-srcset="javascript:canary('lazySet') 2x">`,
  useHref: `<svg ${SVG}><use href="data:image/svg+xml,<svg id='x' onload='canary(1)'/>#x"/><a xlink:href="javascript:canary('svgA')"><text>svg words</text></a></svg>`,
  animateHref: `<svg ${SVG}><a><animate attributeName="href" values="javascript:canary('animateHref')"/><text>move</text></a></svg>`,
  mathHref: `<p>A formula <math><mtext href="javascript:canary('mathHref')" xlink:href="javascript:canary('mathXlink')">x</mtext></math> in words.</p>`,
  mathAction: `<p>Another <math><maction actiontype="statusline#http://evil.example" xlink:href="javascript:canary('maction')">y</maction></math> of them.</p>`,
  embedded: `<blockquote class="twitter-tweet"><a href="javascript:canary('embedded')">A post, embedded</a></blockquote>`,
  huge: `<img alt="nine" src="data:image/png;base64,${"A".repeat(300_000)}">`,
  // Text that is markup once it is written out again.
  textMarkup: `<p>Words &lt;img src=x onerror=canary('textMarkup')&gt; and &amp;lt;script&amp;gt;canary(1)&amp;lt;/script&amp;gt; in a story.</p>`,
  codeMarkup: `<pre><code class="language-html&quot; onclick=&quot;canary('code')">&lt;/code&gt;&lt;/pre&gt;&lt;img src=x onerror=canary('codeMarkup')&gt; \`\`\` &lt;b&gt;</code></pre>`,
  altMarkup: `<figure><img src="/own/none-6.png" alt="]( javascript:canary(1) ) &quot; onerror=canary('alt') &lt;img src=x&gt;"><figcaption>Caption &lt;svg onload=canary('caption')&gt; words</figcaption></figure>`,
  linkMarkup: `<p>Read <a href="https://example.org/)%0a<img src=x onerror=canary('linkMarkup')>">the ](javascript:canary('bracket')) link</a> too.</p>`,
  mathMarkup: `<p>With <math><semantics><mi>z</mi><annotation encoding="application/x-tex">z&lt;img src=x onerror=canary('tex')&gt;</annotation></semantics></math> inside.</p>`,
  tableMarkup: `<table><caption>&lt;img src=x onerror=canary('table')&gt;</caption><tr><th scope="javascript:canary(1)" colspan="9999999">Head</th></tr><tr><td>&lt;script&gt;canary('td')&lt;/script&gt; | cell</td></tr></table>`,
  idMarkup: `<h2 id='"><img src=x onerror=canary("id")>'>A heading with a name</h2><p>Go <a href='#"&gt;&lt;img src=x onerror=canary("id")&gt;'>back</a> to it.</p>`,
  // Markup that mutates when it is parsed twice.
  noscript: `<noscript><p title="</noscript><img src=x onerror=canary('noscript')>">Words for those without scripts.</p></noscript>`,
  styleInSvg: `<svg ${SVG}><style><img title="</style><img src=x onerror=canary('styleInSvg')>"></style></svg>`,
  mathStyle: `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=canary('mathStyle')&gt;"></mtext></math>`,
  annotation: `<math><annotation-xml encoding="text/html"><style><img title="</style><img src=x onerror=canary('annotation')>"></style></annotation-xml></math>`,
  foreign: `<svg ${SVG}><foreignObject><p>Foreign words <img src="/own/none-7.png" onerror="canary('foreign')"></p></foreignObject></svg>`,
  desc: `<svg ${SVG}><desc><noscript><p id="</noscript><img src=x onerror=canary('desc')>"></p></noscript></desc></svg>`,
  template: `<template><template shadowrootmode="open"><img src=x onerror=canary('template')></template><script>canary('templateScript')</script></template>`,
  shadow: `<section><template shadowrootmode="open"><p>Words in the shade, long enough to be read, with an <img src="/own/none-8.png" onerror="canary('shadow')"> in them.</p><slot></slot></template></section>`,
  nestedForm: `<form id="a"><div></form><form id="b"><input name="x"></div></form>`,
  xmp: `<xmp><p title="</xmp><img src=x onerror=canary('xmp')>"></xmp>`,
  noembed: `<noembed><p title="</noembed><img src=x onerror=canary('noembed')>"></noembed>`,
  customElement: `<x-evil onclick="canary('custom')" is="x-evil">A custom element with words in it.</x-evil>`,
  xmlns: `<div xmlns:x="javascript:canary('xmlns')" x:onclick="canary('xonclick')"><p>Words in a division of another name.</p></div>`,
  comment: `<!--><img src=x onerror=canary('comment')>--><p>After a comment that ended at once.</p>`,
  titleTag: `<p>Before</p><title><p title="</title><img src=x onerror=canary('titleTag')>"></title>`,
  // Names that stand in the way of the document's own.
  clobberForm: `<form name="f"><input name="attributes"><input name="childNodes"><input name="textContent"><input name="parentNode"></form>`,
  clobberWindow: `<a id="browser"></a><a id="chrome"></a><a id="plainreadHands"></a><a id="plainreadTaken"></a><form id="plainread-reader"></form>`,
};

/** Vectors that swallow what comes after them: each has a page of its own, at its end. */
export const ENDINGS = {
  unclosedComment: `<p>The end comes now.</p><!-- <img src=x onerror=canary('unclosedComment')>`,
  plaintext: `<p>The end comes now.</p><plaintext><img src=x onerror=canary('plaintext')>`,
  textarea: `<p>The end comes now.</p><textarea><img src=x onerror=canary('textarea')>`,
  select: `<p>The end comes now.</p><select><option><img src=x onerror=canary('select')>`,
  unclosedTag: `<p>The end comes now.</p><a href="javascript:canary('unclosedTag')" <img src=x onerror="canary('tag')`,
  base: `<base href="javascript:canary('base')//"><p>See <a href="relative">a relative link</a> of a base that runs.</p>`,
  baseData: `<base href="data:text/html,x" target="_top"><p>See <a href="relative">a relative link</a> of a base that holds.</p>`,
};

/**
 * Names that stand in the way of the document's own, one at a time. Chromium shows them to extensions too; there a page
 * that goes so far may be refused, and is read all the same in Firefox.
 */
export const CLOBBERED = [
  "body",
  "documentElement",
  "querySelectorAll",
  "scrollingElement",
  "adoptedStyleSheets",
  "createElement",
  "createDocumentFragment",
  "implementation",
  "location",
].map((name) => `<form name="${name}"></form><img name="${name}" alt="" src="/own/none-9.png">`);

/** Links whose words name another place than they lead to, and what must be said beside them. */
export const PRETENCES = [
  { words: "www.mybank.com", to: "https://evil.example/mybank.com", host: "evil.example" },
  { words: "https://mybank.com/login", to: "https://mybank.com@evil.example/", host: "evil.example" },
  { words: "\u202emoc.knabym", to: "https://evil.example/", host: "evil.example" },
  { words: "mybank.com", to: "https://myb\u0430nk.com/", host: "xn--mybnk-6ve.com" },
];
