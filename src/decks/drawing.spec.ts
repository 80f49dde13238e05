import * as cheerio from 'cheerio';
import type { Lang } from '../kernel/localised.js';
import { HOSTILE_MARKUP } from '../../test/support/hostile-markup.js';
import { readDrawing } from './drawing.js';

function read(source: string, lang: Lang = 'fr', alt = 'x') {
  const told: string[] = [];
  const html = readDrawing({ source, report: (line, reason) => told.push(`${line}: ${reason.en}`) }, lang, alt);
  return { html, told };
}
const svg = (inside: string): string => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">\n${inside}\n</svg>\n`;
const shown = (inside: string): string => `<svg viewBox="0 0 9 9" role="img" aria-label="x">\n${inside}\n</svg>`;

describe('a drawing', () => {
  it('is named by its alternative text and follows the theme', () => {
    const rect = '<rect x="1" fill="var(--d-ink)" stroke="currentColor"></rect>';
    expect(read(svg('<rect x="1" fill="var(--d-ink)" stroke="currentColor"/>'))).toEqual({ html: shown(rect), told: [] });
  });

  it.each([
    ['fr', '<text x="1">Eau</text>'],
    ['en', '<text x="1">Water</text>'],
  ] as const)('says its words in %s where it has both', (lang, text) => {
    const words = '<text x="1"><tspan systemLanguage="fr">Eau</tspan><tspan systemLanguage="en">Water</tspan></text>';
    expect(read(svg(words), lang)).toEqual({ html: shown(text), told: [] });
  });

  it.each([
    ['a shape of its own language', '<rect systemLanguage="fr" x="1"/>\n<rect systemLanguage="en" x="2"/>', '<rect x="1"></rect>'],
    ['a group of both', '<g systemLanguage="en, fr"><circle r="1"/></g>', '<g><circle r="1"></circle></g>'],
    ['a span with a place', '<text><tspan systemLanguage="fr" x="3">a</tspan></text>', '<text><tspan x="3">a</tspan></text>'],
    ['what is escaped', '<text>a &amp; b &lt; &#233;</text>', '<text>a &amp; b &lt; é</text>'],
    ['no empty line', '<g>\n\n<path d="M0 0"/>\n \n</g>', '<g>\n<path d="M0 0"></path>\n</g>'],
    ['no declaration and no comment', '<!-- a --><path d="M0 0"/>', '<path d="M0 0"></path>'],
  ])('keeps %s', (_, inside, kept) => {
    expect(read(`<?xml version="1.0"?>\n${svg(inside)}`).html).toBe(shown(kept));
  });

  it('counts the lines of a file from Windows', () => {
    expect(read('\ufeff' + svg('<g/>\n<g id="a"/>').replaceAll('\n', '\r\n')).told).toEqual([
      '3: id has no place in a drawing and was taken out.',
    ]);
  });

  it.each([
    ['a tag', '<g/>\n<image/>', '3: <image> has no place in a drawing and was taken out.'],
    ['an element of text', '<p>a</p>', '2: <p> has no place in a drawing and was taken out.'],
    ['a style', '<g/>\n<g>\n<path d="M0 0" style="fill:red"/></g>', '4: style has no place in a drawing and was taken out.'],
    ['a colour from elsewhere', '<g fill="none"/>\n<g fill="url(https://x.org)"/>', '3: fill has no place in a drawing and was taken out.'],
    ['a class of slides', '<g class="opener"/>', '2: class="opener" has no place in a drawing and was taken out.'],
    ['a language nobody reads here', '<text systemLanguage="de">a</text>', '2: “de” is neither fr nor en: this element is never shown.'],
  ])('leaves out %s, and says where', (_, inside, problem) => {
    const { html, told } = read(svg(inside));
    expect(told).toEqual([problem]);
    expect(html).not.toMatch(/image|<p>|style|url|opener|<text/);
  });

  it.each([
    ['French', '<g/>\n<text><tspan systemLanguage="en">Water</tspan></text>', ['3: This text says nothing in French.']],
    ['English', '<text><tspan systemLanguage="fr">Eau</tspan></text>', ['2: This text says nothing in English.']],
    ['neither', '<text> </text>', ['2: This text says nothing in French.', '2: This text says nothing in English.']],
    ['no language it is not for', '<g systemLanguage="fr"><text>Eau</text></g>\n<text systemLanguage="en">Water</text>', []],
  ])('tells of words that are missing in %s, whichever language is read', (_, inside, problems) => {
    expect(read(svg(inside), 'fr').told).toEqual(problems);
    expect(read(svg(inside), 'en').told).toEqual(problems);
  });

  it.each([
    ['is not closed', '<svg viewBox="0 0 1 1">\n<text>a</svg>', /^2: .*not well-formed.*'text’/],
    ['has an attribute without quotes', '<svg viewBox="0 0 1 1">\n\n<g id=a/></svg>', /^3: .*not well-formed/],
    ['is no SVG', '<p viewBox="0 0 1 1"/>', /^1: A drawing is an <svg> element with a viewBox/],
    ['has no viewBox', '<!-- a -->\n<svg><g/></svg>', /^2: A drawing is an <svg> element with a viewBox/],
    ['is empty', '', /^1: .*not well-formed/],
    ['nests without end', svg('<g>'.repeat(3000) + '</g>'.repeat(3000)), /^1: .*not well-formed/],
    ['is too large', svg('<g/>'.repeat(10_000)), /^1: This drawing is over 24 KB/],
  ])('that %s is not shown', (_, source, problem) => {
    const { html, told } = read(source);
    expect(html).toBeNull();
    expect(told).toEqual([expect.stringMatching(problem)]);
  });

  it('does not unfold the entities of a document type', () => {
    const { html } = read(`<!DOCTYPE svg [<!ENTITY a "secret">]>${svg('<text>&a;</text>')}`);
    expect(html).not.toContain('secret');
  });

  it.each([
    ...HOSTILE_MARKUP,
    '<script>alert(1)</script>',
    '<rect onload="alert(1)" onclick="alert(1)"/>',
    '<a href="javascript:alert(1)"><text>a</text></a>',
    '<use href="https://x.org/a.svg#b"/>',
    '<style>text { fill: url(https://x.org) }</style>',
    '<animate attributeName="fill" to="red"/><set attributeName="href" to="javascript:alert(1)"/>',
    '<foreignObject><iframe src="https://x.org"></iframe></foreignObject>',
    '<text><![CDATA[<img src="x" onerror="alert(1)">]]></text>',
  ])('runs nothing and asks for nothing: %p', (hostile) => {
    const $ = cheerio.load(read(svg(hostile)).html ?? '', null, false);
    for (const element of $('*').toArray()) {
      expect($(element).is('svg, g, path, rect, circle, ellipse, line, polyline, polygon, text, tspan')).toBe(true);
      expect(Object.keys($(element).attr() ?? {}).join(' ')).not.toMatch(/\bon|href|style|\bsrc|\bid\b/);
    }
  });
});
