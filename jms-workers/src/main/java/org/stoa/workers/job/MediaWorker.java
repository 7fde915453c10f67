package org.stoa.workers.job;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import org.stoa.job.JobBell;
import org.stoa.job.JobQueue;
import org.stoa.job.JobWorkers;

/** Works on jobs about pictures when the bell rings. The message says nothing: which job is due is in the database. */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "destinationLookup", propertyValue = JobBell.MEDIA),
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "1")
        })
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MediaWorker implements MessageListener {
    @Inject
    private JobWorkers workers;

    @Override
    public void onMessage(Message bell) {
        workers.answer(JobQueue.MEDIA);
    }
}
