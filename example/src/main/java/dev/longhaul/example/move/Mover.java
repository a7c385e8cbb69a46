package dev.longhaul.example.move;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Moves an object from one bucket to another: copies, compares, and only then deletes. It may be killed anywhere and asked again:
 * what is there is not copied twice. Thread-safe.
 */
final class Mover {

    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int PRECONDITION_FAILED = 412;

    private final S3Client s3;
    private final String from;
    private final String to;
    private final PartCopy parts;
    private final long partBytes;

    /**
     * A mover.
     *
     * @param partBytes what is larger is copied in parts of that size
     */
    Mover(S3Client s3, String from, String to, long partBytes) {
        this.s3 = s3;
        this.from = from;
        this.to = to;
        this.partBytes = partBytes;
        this.parts = new PartCopy(s3, from, to, partBytes);
    }

    /**
     * Moves an object.
     *
     * @throws S3Exception where another try may help
     */
    Outcome move(Planned object) {
        try {
            HeadObjectResponse copy =
                    head(to, object.key()).filter(object::isCopiedTo).orElse(null);
            if (copy == null) {
                copy(object);
                copy = head(to, object.key()).orElseThrow();
            } else if (head(from, object.key()).isEmpty()) {
                // An earlier try has deleted it, and was killed before that was noted.
                return Outcome.MOVED;
            }
            if (!isSame(object, copy)) {
                return Outcome.DIFFERS;
            }
            // Only the version that was copied: what somebody has written since then stays.
            s3.deleteObject(delete -> delete.bucket(from).key(object.key()).ifMatch(object.etag()));
            return Outcome.MOVED;
        } catch (S3Exception e) {
            return outcome(e);
        }
    }

    private void copy(Planned object) {
        if (object.size() > partBytes) {
            parts.copy(object);
        } else {
            s3.copyObject(copy -> copy.sourceBucket(from)
                    .sourceKey(object.key())
                    .copySourceIfMatch(object.etag())
                    .destinationBucket(to)
                    .destinationKey(object.key()));
        }
    }

    private boolean isSame(Planned object, HeadObjectResponse copy) {
        return object.isCopiedTo(copy)
                && (object.hasTag(copy)
                        || Arrays.equals(
                                checksum(from, object.key(), object.etag()), checksum(to, object.key(), copy.eTag())));
    }

    private byte[] checksum(String bucket, String key, String etag) {
        try (InputStream bytes = s3.getObject(get -> get.bucket(bucket).key(key).ifMatch(etag));
                DigestInputStream read = new DigestInputStream(bytes, MessageDigest.getInstance("SHA-256"))) {
            read.transferTo(OutputStream.nullOutputStream());
            return read.getMessageDigest().digest();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private Optional<HeadObjectResponse> head(String bucket, String key) {
        try {
            return Optional.of(s3.headObject(head -> head.bucket(bucket).key(key)));
        } catch (S3Exception e) {
            if (e.statusCode() == NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static Outcome outcome(S3Exception refused) {
        boolean noBucket = "NoSuchBucket".equals(refused.awsErrorDetails().errorCode());
        return switch (noBucket ? 0 : refused.statusCode()) {
            case NOT_FOUND -> Outcome.VANISHED;
            case PRECONDITION_FAILED -> Outcome.CHANGED;
            case FORBIDDEN -> Outcome.FORBIDDEN;
            default -> throw refused;
        };
    }
}
