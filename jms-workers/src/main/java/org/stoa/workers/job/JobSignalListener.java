package org.stoa.workers.job;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import java.util.stream.Stream;
import org.stoa.job.JobFollowers;
import org.stoa.job.JobId;
import org.stoa.job.JobSignals;

/** Passes on which jobs have moved, on each clone. Once is enough: each session has a subscription of its own. */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "destinationLookup", propertyValue = JobSignals.TOPIC),
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Topic"),
            @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "1")
        })
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class JobSignalListener implements MessageListener {
    @Inject
    private JobFollowers followers;

    @Override
    public void onMessage(Message signal) {
        try {
            var ids = signal.getBody(String.class).split(",");
            followers.heard(Stream.of(ids).map(JobId::fromString).toList());
        } catch (JMSException e) {
            throw new JMSRuntimeException("A signal can't be read", null, e);
        }
    }
}
