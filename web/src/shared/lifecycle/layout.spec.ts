import { draw } from './layout';

const STEPS = [
  { from: null, event: 'create', to: 'draft' },
  { from: 'draft', event: 'submit', to: 'confidentialityReview' },
  { from: 'confidentialityReview', event: 'return', to: 'draft' },
  { from: 'confidentialityReview', event: 'recall', to: 'draft' },
  { from: 'published', event: 'suspendItem', to: 'published' },
  { from: 'draft', event: 'discard', to: 'discarded' },
];

it('draws one arrow between two states however many events lead there, and none back to the same', () => {
  const { edges } = draw('catalogueVersion', STEPS);
  expect(edges.map(({ from, to, events }) => ({ from, to, events }))).toEqual([
    { from: 'draft', to: 'confidentialityReview', events: ['submit'] },
    { from: 'confidentialityReview', to: 'draft', events: ['return', 'recall'] },
    { from: 'draft', to: 'discarded', events: ['discard'] },
  ]);
});

it('leads to the right, straight to a neighbour and in an arc back', () => {
  const { nodes, edges } = draw('catalogueVersion', STEPS);
  const x = (state: string) => nodes.find((node) => node.state === state)!.x;
  expect(x('draft')).toBeLessThan(x('confidentialityReview'));
  expect(edges[0]!.path).toMatch(/^M\d+ \d+ H\d+$/);
  expect(edges[1]!.path).toContain('C');
});

it('hides no state that it does not know', () => {
  const { nodes, width, height } = draw('catalogueVersion', [...STEPS, { from: 'draft', event: 'archive', to: 'archived' }]);
  const unknown = nodes.find((node) => node.state === 'archived')!;
  expect(unknown.x).toBeLessThan(width);
  expect(unknown.y).toBeLessThan(height);
});

it('has room above and below for its arcs, and no more', () => {
  const row = [
    { from: null, event: 'create', to: 'draft' },
    { from: 'draft', event: 'submit', to: 'confidentialityReview' },
  ];
  const flat = draw('catalogueVersion', row);
  const above = draw('catalogueVersion', [...row, { from: 'draft', event: 'leap', to: 'published' }]);
  const below = draw('catalogueVersion', [...row, { from: 'confidentialityReview', event: 'return', to: 'draft' }]);
  expect(flat.height).toBe(50);
  expect([above.height - flat.height, above.nodes[0]!.y - flat.nodes[0]!.y]).toEqual([35, 35]);
  expect([below.height - flat.height, below.nodes[0]!.y - flat.nodes[0]!.y]).toEqual([17, 0]);
});
