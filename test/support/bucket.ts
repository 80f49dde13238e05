import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** A bucket in memory that speaks as much of S3 as we use: it takes what is signed and whole, and forgets when told to be away. */
export async function openBucket() {
  const objects = new Map<string, Buffer>();
  /** Forgets its objects, and is there again. */
  const startOver = (): void => {
    objects.clear();
    bucket.failures = 0;
  };
  const bucket = { failures: 0, objects, startOver };
  const server = createServer((request, response) => {
    void buffer(request).then((body) => answer(request, response, body));
  });

  function answer(request: IncomingMessage, response: ServerResponse, body: Buffer): void {
    const path = new URL(request.url ?? '', 'http://bucket').pathname;
    if (bucket.failures > 0) {
      bucket.failures -= 1;
      return void response.writeHead(503).end();
    }
    if (!request.headers.authorization?.startsWith('AWS4-HMAC-SHA256 Credential=key/')) return void response.writeHead(403).end();
    if (request.method === 'PUT') return put(request, response, path, body);
    const held = objects.get(path);
    if (!held) return void response.writeHead(404).end();
    response.writeHead(200, { 'content-length': held.length }).end(request.method === 'HEAD' ? undefined : held);
  }

  function put(request: IncomingMessage, response: ServerResponse, path: string, body: Buffer): void {
    const isWhole = request.headers['x-amz-checksum-sha256'] === createHash('sha256').update(body).digest('base64');
    if (isWhole) objects.set(path, body);
    response.writeHead(isWhole ? 200 : 400, { etag: '"any"' }).end();
  }

  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const close = () => new Promise((done) => void server.close(done).closeAllConnections());
  return Object.assign(bucket, { url: `http://key:secret@127.0.0.1:${port}/attrait/files?region=ca-central-1`, close });
}
export type Bucket = Awaited<ReturnType<typeof openBucket>>;
