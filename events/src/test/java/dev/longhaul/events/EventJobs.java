package dev.longhaul.events;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.KafkaEvent;
import com.amazonaws.services.lambda.runtime.events.KinesisEvent;
import com.amazonaws.services.lambda.runtime.events.S3Event;
import com.amazonaws.services.lambda.runtime.events.SNSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import com.amazonaws.services.lambda.runtime.events.models.s3.S3EventNotification;
import dev.longhaul.annotations.LongRunning;
import dev.longhaul.annotations.OnComplete;
import dev.longhaul.annotations.OnStart;
import dev.longhaul.annotations.State;
import dev.longhaul.annotations.Step;
import dev.longhaul.annotations.Terminate;
import dev.longhaul.runtime.JobContext;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Jobs that events of AWS's start: each goes through what it finds in its event, one thing a step. */
final class EventJobs {

    private EventJobs() {}

    /** What is the same in all. */
    abstract static class Collecting {

        @State
        List<String> left = new ArrayList<>();

        @State
        List<String> done = new ArrayList<>();

        @Step
        void next() {
            done.add(left.remove(0));
        }

        @Terminate
        boolean isDone() {
            return left.isEmpty();
        }

        @OnComplete
        List<String> end() {
            return done;
        }
    }

    @LongRunning
    static class FromQueue extends Collecting {

        @OnStart
        void start(SQSEvent event) {
            for (SQSEvent.SQSMessage message : event.getRecords()) {
                left.add(message.getMessageId());
                left.add(message.getBody());
                left.add(message.getEventSourceArn());
                left.add(message.getAttributes().get("ApproximateReceiveCount"));
                left.add(message.getMessageAttributes().get("kind").getStringValue());
            }
        }
    }

    @LongRunning
    static class FromBucket extends Collecting {

        @OnStart
        void start(S3Event event, JobContext context) {
            event.getRecords().forEach(record -> {
                left.add(record.getEventName());
                left.add(record.getS3().getBucket().getName());
                left.add(record.getS3().getObject().getUrlDecodedKey());
                left.add(record.getS3().getObject().getSizeAsLong().toString());
                left.add(record.getEventTime().toInstant().toString());
            });
        }
    }

    @LongRunning
    static class FromNotification extends Collecting {

        @OnStart
        void start(S3EventNotification event) {
            event.getRecords()
                    .forEach(record -> left.add(record.getS3().getObject().getKey()));
        }
    }

    @LongRunning
    static class FromTopic extends Collecting {

        @OnStart
        void start(SNSEvent event) {
            for (SNSEvent.SNSRecord record : event.getRecords()) {
                left.add(record.getSNS().getMessageId());
                left.add(record.getSNS().getSubject());
                left.add(record.getSNS().getMessage());
                left.add(record.getSNS().getTimestamp().toDate().toInstant().toString());
                left.add(record.getSNS().getMessageAttributes().get("kind").getValue());
            }
        }
    }

    @LongRunning
    static class FromBus extends Collecting {

        @OnStart
        void start(ScheduledEvent event) {
            left.add(event.getId());
            left.add(event.getDetailType());
            left.add(event.getSource());
            left.add(event.getTime().toDate().toInstant().toString());
            left.addAll(event.getResources());
            left.add(String.valueOf(event.getDetail().get("table")));
        }
    }

    @LongRunning
    static class FromStream extends Collecting {

        @OnStart
        void start(KinesisEvent event) {
            for (KinesisEvent.KinesisEventRecord record : event.getRecords()) {
                left.add(record.getEventID());
                left.add(record.getKinesis().getPartitionKey());
                left.add(StandardCharsets.UTF_8
                        .decode(record.getKinesis().getData())
                        .toString());
                left.add(record.getKinesis()
                        .getApproximateArrivalTimestamp()
                        .toInstant()
                        .toString());
            }
        }
    }

    @LongRunning
    static class FromTable extends Collecting {

        @OnStart
        void start(DynamodbEvent event) {
            for (DynamodbEvent.DynamodbStreamRecord record : event.getRecords()) {
                left.add(record.getEventName());
                left.add(record.getDynamodb().getKeys().get("id").getS());
                left.add(record.getDynamodb().getNewImage().get("total").getN());
                left.add(record.getDynamodb().getNewImage().get("tags").getSS().toString());
                left.add(record.getDynamodb()
                        .getApproximateCreationDateTime()
                        .toInstant()
                        .toString());
            }
        }
    }

    @LongRunning
    static class FromBroker extends Collecting {

        @OnStart
        void start(KafkaEvent event) {
            event.getRecords()
                    .forEach((partition, records) -> records.forEach(record -> {
                        left.add(partition);
                        left.add(record.getTopic());
                        left.add(record.getValue());
                    }));
        }
    }

    @LongRunning
    static class FromGateway extends Collecting {

        @OnStart
        void start(APIGatewayV2HTTPEvent event) {
            left.add(event.getRawPath());
            left.add(event.getRequestContext().getHttp().getMethod());
            left.add(event.getBody());
        }
    }
}
