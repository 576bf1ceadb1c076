import type { Check } from './check.ts';
import { isTest, type Node, type Source, sources, walk } from './source.ts';

/** The frame and the head may write styles, scripts and ready markup; their output is covered by hashes. */
const FRAME = /^src\/ui\/(head|frame)\.tsx$/;
/** What runs in the browser may listen to events. */
const BROWSER = /^src\/(phone|enhance)\//;

/** What Preact's types do not forbid and our content-security policy, our readers or our links do. */
export const markup: Check = {
  name: 'markup',
  of: 'files',
  run: (root) => {
    const files = sources(root, 'src/**/*.tsx').filter((file) => !isTest(file.path));
    return { looked: files.length, sins: files.flatMap(judge) };
  },
};

function judge(file: Source): readonly string[] {
  const sins: string[] = [];
  walk(file.tree, (node) => {
    const sin =
      node.type === 'JSXAttribute'
        ? ofAttribute(file, node)
        : node.type === 'JSXOpeningElement'
          ? ofElement(file, node)
          : ofChild(node);
    if (sin) sins.push(`${file.path}:${file.lineOf(node.start)}: ${sin}`);
    return undefined;
  });
  return sins;
}

function ofAttribute(file: Source, node: Node): string | null {
  const name = String((node.name as { name?: unknown }).name ?? '');
  const value = node.value as { value?: unknown } | null;
  if (name === 'style') return 'no style attribute: the policy refuses it; use a class, SVG or <meter>';
  if (name === 'className' || name === 'htmlFor') return `write ${name === 'htmlFor' ? 'for' : 'class'}, not ${name}`;
  if (name === 'dangerouslySetInnerHTML' && !FRAME.test(file.path))
    return 'ready markup only in ui/head.tsx and ui/frame.tsx';
  if (/^on[A-Z]/.test(name) && !BROWSER.test(file.path)) return `${name}: pages work without script`;
  if (/^(src|srcset|poster|data)$/.test(name) && /^(https?:)?\/\//.test(String(value?.value ?? '')))
    return 'nothing comes from another host';
  return null;
}

function ofElement(file: Source, node: Node): string | null {
  const name = String((node.name as { name?: unknown }).name ?? '');
  if (name === 'a' && !file.path.startsWith('src/ui/') && !BROWSER.test(file.path))
    return 'links go through Link of ui/link.tsx, which refuses javascript:';
  if ((name === 'script' || name === 'style') && !FRAME.test(file.path))
    return `<${name}> only in ui/head.tsx and ui/frame.tsx`;
  return null;
}

/** `{rows.length && <Table />}` prints 0 when there are none. */
function ofChild(node: Node): string | null {
  if (node.type !== 'JSXExpressionContainer') return null;
  const expression = node.expression as Node;
  if (expression.type !== 'LogicalExpression' || expression.operator !== '&&') return null;
  const left = expression.left as Node;
  const name = String((left.type === 'MemberExpression' ? (left.property as Node).name : left.name) ?? '');
  return /^(length|size|n|count|total)$|Count$/.test(name) ? `{${name} && ...} prints 0; compare with > 0` : null;
}
