/** The style of what the preview shows on a page; it lives in a shadow tree, where the page's own does not reach. */
export const panelStyle = `
:host { all: initial; }
* { box-sizing: border-box; }
.frame, .corner, .jump { font: 14px/1.5 system-ui, sans-serif; color: #1b1a19; }
.corner { position: fixed; z-index: 2147483646; inset-block-end: 12px; inset-inline-start: 12px; display: flex; gap: 6px; flex-wrap: wrap; max-inline-size: calc(100vw - 24px); }
.corner > * { background: #fff; color: #1b1a19; border: 1px solid #8a8580; border-radius: 6px; padding: 3px 10px; font: inherit; text-decoration: none; }
.corner > button { cursor: pointer; }
.corner > .error { background: #a11212; border-color: #a11212; color: #fff; }
.corner > .warning { background: #fff3d6; border-color: #b07b12; }
.corner > .draft { border: 0; border-radius: 0; border-inline-start: 4px solid #b07b12; padding: 4px 10px; font-weight: 600; color: #7a4b00; }
.frame { position: fixed; inset: 0; inline-size: 100%; block-size: 100%; max-inline-size: none; max-block-size: none; margin: 0; border: 0; overflow: auto; background: rgb(20 19 18 / .62); padding: 4vh 16px; overscroll-behavior: contain; }
.sheet { max-inline-size: 60rem; margin: 0 auto; background: #fffdf9; border-radius: 8px; border-block-start: 6px solid #a11212; padding: 18px 22px 26px; }
.sheet.calm { border-block-start-color: #b07b12; }
header { display: flex; justify-content: space-between; align-items: center; gap: 12px; }
h2 { font-size: 18px; margin: 0; }
header button { font: inherit; background: none; border: 1px solid #8a8580; border-radius: 6px; padding: 3px 12px; cursor: pointer; color: inherit; }
article { margin-block-start: 18px; }
.kind { font-weight: 600; }
.kind.error { color: #a11212; }
.kind.warning { color: #7a4b00; }
p { margin: 2px 0; overflow-wrap: anywhere; }
a { color: #0b4a8f; }
pre { font: 13px/1.5 ui-monospace, monospace; background: #f3eee6; border-radius: 6px; padding: 10px 12px; margin: 6px 0; overflow-x: auto; white-space: pre; }
code { font: .93em ui-monospace, monospace; background: #f3eee6; border-radius: 3px; padding: 1px 4px; }
.quiet { color: #5d5853; }
:focus-visible { outline: 2px solid #0b4a8f; outline-offset: 2px; }
.jump { position: absolute; z-index: 2147483645; background: #fffdf9; border: 1px solid #8a8580; border-radius: 6px; padding: 0 8px; text-decoration: none; }
.said { position: fixed; inset-block-end: 0; inline-size: 1px; block-size: 1px; margin: 0; overflow: hidden; clip-path: inset(50%); }
[hidden] { display: none !important; }
@media (prefers-color-scheme: dark) {
  .frame, .jump { color: #eae6e0; }
  :focus-visible { outline-color: #9cc4ff; }
  .sheet, .jump { background: #201e1c; }
  .sheet .kind.error { color: #ff9b93; }
  .sheet .kind.warning { color: #f0c067; }
  .sheet a, .jump { color: #9cc4ff; }
  .sheet :is(pre, code) { background: #2c2926; }
  .sheet .quiet { color: #b3aca4; }
  .corner > * { background: #201e1c; color: #eae6e0; }
  .corner > .warning { background: #3a2d10; border-color: #b07b12; color: #f6d58f; }
  .corner > .draft { color: #f0c067; }
  .corner > .error { background: #a11212; border-color: #ff9b93; }
}
@media print { .frame, .corner, .jump { display: none; } }
`;
