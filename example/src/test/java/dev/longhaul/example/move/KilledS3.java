package dev.longhaul.example.move;

import dev.longhaul.testing.sim.KillPoints;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.Supplier;
import software.amazon.awssdk.services.s3.S3Client;

/** S3 behind each call of which the job may die. */
final class KilledS3 {

    private KilledS3() {}

    static S3Client of(S3Client s3, Supplier<KillPoints> points) {
        return (S3Client) Proxy.newProxyInstance(
                KilledS3.class.getClassLoader(), new Class<?>[] {S3Client.class}, (proxy, method, arguments) -> {
                    Object answer;
                    try {
                        answer = method.invoke(s3, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                    points.get().pass("S3 has answered " + method.getName());
                    return answer;
                });
    }
}
