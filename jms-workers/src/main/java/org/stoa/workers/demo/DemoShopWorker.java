package org.stoa.workers.demo;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import org.stoa.demo.DemoShop;
import org.stoa.demo.DemoShopBell;

/**
 * Loads the demo shop when the bell rings. The message is not part of a transaction: it says nothing that the database
 * does not say, and who rang it rings again until the shop is there.
 */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "destinationLookup", propertyValue = DemoShopBell.QUEUE),
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "1")
        })
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DemoShopWorker implements MessageListener {
    @Inject
    private DemoShop shop;

    @Override
    public void onMessage(Message bell) {
        shop.load();
    }
}
