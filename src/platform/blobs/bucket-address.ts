/** A bucket and how to reach it, as `S3_URL` names it: `https://KEY:SECRET@endpoint/bucket/prefix?region=ca-central-1`. */
export interface BucketAddress {
  readonly client: {
    readonly endpoint: string;
    readonly region: string;
    readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  };
  readonly bucket: string;
  /** Empty, or ending in a slash. */
  readonly prefix: string;
}

/** Null when the address names no bucket or no credentials. */
export function bucketAddress(address: string): BucketAddress | null {
  const url = new URL(address);
  const [bucket, ...folders] = url.pathname.split('/').filter(Boolean).map(decodeURIComponent);
  if (!bucket || !url.username || !url.password) return null;
  return {
    client: {
      endpoint: url.origin,
      region: url.searchParams.get('region') ?? 'us-east-1',
      credentials: { accessKeyId: decodeURIComponent(url.username), secretAccessKey: decodeURIComponent(url.password) },
    },
    bucket,
    prefix: folders.map((folder) => `${folder}/`).join(''),
  };
}
