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
import org.stoa.job.JobBell;
import org.stoa.job.JobWorkers;

/**
 * Works on jobs when the bell rings. The message is not part of a transaction: it says nothing that the database does not
 * say, and the sweep rings again for jobs that nobody works on.
 */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "destinationLookup", propertyValue = JobBell.QUEUE),
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "" + JobWorkers.COUNT)
        })
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class JobWorker implements MessageListener {
    @Inject
    private JobWorkers workers;

    @Override
    public void onMessage(Message bell) {
        try {
            workers.answer(bell.getBody(String.class));
        } catch (JMSException e) {
            throw new JMSRuntimeException("The bell could not be read", e.getErrorCode(), e);
        }
    }
}
