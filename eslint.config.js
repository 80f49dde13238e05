import tseslint from 'typescript-eslint';

const FORBIDDEN_SYNTAX = [
  {
    selector: 'ObjectExpression > SpreadElement > ObjectExpression',
    message: 'Write its properties out: a spread of a literal only keeps a line.',
  },
  {
    selector: 'ArrayExpression > SpreadElement > ArrayExpression',
    message: 'Write its entries out: a spread of a literal only keeps a line.',
  },
  { selector: 'ExportDefaultDeclaration', message: 'Export by name: a thing has one name everywhere.' },
  { selector: 'ExportAllDeclaration', message: 'An index names what leaves its room.' },
  {
    selector: ':not(MethodDefinition[kind="constructor"]) > :function[params.length>5]',
    message: 'More than five parameters: some of them belong together.',
  },
  {
    selector:
      'VariableDeclarator[id.name=/^[A-Z][A-Z0-9_]*$/]:not([id.name=/_(MS|SECONDS|MINUTES|DAYS|BYTES|CHARACTERS)$/]) > BinaryExpression[operator="*"]',
    message: 'A product has a unit: end the name of the constant with it (_MS, _SECONDS, _BYTES).',
  },
  {
    selector: 'MethodDefinition[kind="constructor"] > FunctionExpression[params.length>7]',
    message: 'More than seven dependencies: this class is two.',
  },
];
const NO_CLOCK = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Time is a parameter of a policy.' },
  { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: 'Time is a parameter of a policy.' },
];

export default tseslint.config(
  { ignores: ['dist/', 'coverage/', '.data/', 'slides/', 'assignments/', '**/*.cjs'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.base],
    languageOptions: { parserOptions: { project: ['test/tsconfig.json'], tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-restricted-syntax': ['error', ...FORBIDDEN_SYNTAX],
      'no-console': ['error', { allow: ['error'] }],
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'] }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'prefer-const': 'error',
      'no-var': 'error',
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    rules: {
      'max-lines': ['error', { max: 300, skipBlankLines: false, skipComments: false }],
      'no-restricted-properties': ['error', { object: 'process', property: 'env', message: 'Only platform/config reads the environment.' }],
    },
  },
  { files: ['src/platform/config/**', 'src/{main,cli}.ts'], rules: { 'no-restricted-properties': 'off' } },
  { files: ['src/**/*.policy.ts'], rules: { 'no-restricted-syntax': ['error', ...FORBIDDEN_SYNTAX, ...NO_CLOCK] } },
  { files: ['src/**/*.spec.{ts,tsx}'], rules: { 'max-lines': ['error', 400] } },
  { files: ['**/*.mjs'], rules: { 'no-unused-vars': 'error', 'prefer-const': 'error', 'no-var': 'error' } },
  { files: ['src/{main,cli}.ts', 'test/**'], rules: { 'no-console': 'off' } },
);
