package dev.longhaul.example.move;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

/**
 * Copies an object in parts, as one above 5 GB has to be. It is there when all of it is. A process that is killed leaves an
 * upload that nobody ends: give the bucket a rule that ends those after a day ({@code AbortIncompleteMultipartUpload}).
 */
final class PartCopy {

    /** S3 takes no smaller part but the last one. */
    private static final long SMALLEST_PART = 5L << 20;

    private static final int MOST_PARTS = 10_000;

    private final S3Client s3;
    private final String from;
    private final String to;
    private final long partBytes;

    PartCopy(S3Client s3, String from, String to, long partBytes) {
        this.s3 = s3;
        this.from = from;
        this.to = to;
        this.partBytes = partBytes;
    }

    void copy(Planned object) {
        HeadObjectResponse source =
                s3.headObject(head -> head.bucket(from).key(object.key()).ifMatch(object.etag()));
        Map<String, String> metadata = new HashMap<>(source.metadata());
        metadata.put(Planned.SOURCE, object.tag());
        String upload = s3.createMultipartUpload(create -> create.bucket(to)
                        .key(object.key())
                        .contentType(source.contentType())
                        .contentEncoding(source.contentEncoding())
                        .cacheControl(source.cacheControl())
                        .metadata(metadata))
                .uploadId();
        try {
            List<CompletedPart> parts = parts(object, upload);
            s3.completeMultipartUpload(complete ->
                    complete.bucket(to).key(object.key()).uploadId(upload).multipartUpload(all -> all.parts(parts)));
        } catch (RuntimeException e) {
            s3.abortMultipartUpload(abort -> abort.bucket(to).key(object.key()).uploadId(upload));
            throw e;
        }
    }

    private List<CompletedPart> parts(Planned object, String upload) {
        long bytes = Math.max(Math.max(partBytes, SMALLEST_PART), (object.size() + MOST_PARTS - 1) / MOST_PARTS);
        List<CompletedPart> parts = new ArrayList<>();
        for (long begin = 0; begin < object.size(); begin += bytes) {
            int number = parts.size() + 1;
            String range = "bytes=" + begin + "-" + (Math.min(begin + bytes, object.size()) - 1);
            String etag = s3.uploadPartCopy(part -> part.sourceBucket(from)
                            .sourceKey(object.key())
                            .copySourceIfMatch(object.etag())
                            .copySourceRange(range)
                            .destinationBucket(to)
                            .destinationKey(object.key())
                            .uploadId(upload)
                            .partNumber(number))
                    .copyPartResult()
                    .eTag();
            parts.add(CompletedPart.builder().partNumber(number).eTag(etag).build());
        }
        return parts;
    }
}
