package org.stoa.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stoa.cluster.ClusterStatus.BalancerStatus;
import org.stoa.cluster.ClusterStatus.CloneStatus;
import org.stoa.cluster.ClusterStatus.MailStatus;
import org.stoa.cluster.ClusterStatus.PrimaryStatus;
import org.stoa.cluster.ClusterStatus.ReplicaStatus;
import org.stoa.cluster.process.MemberState;

class JsonTest {
    record Text(String text) {}

    @Test
    void the_status_has_the_form_that_scripts_rely_on() {
        var status = new ClusterStatus(
                List.of(new CloneStatus(
                        "node-1",
                        URI.create("http://127.0.0.1:8180"),
                        URI.create("http://127.0.0.1:10090"),
                        123L,
                        MemberState.RUNNING,
                        false)),
                new PrimaryStatus("primary", 15432, 7L, MemberState.PAUSED),
                List.of(new ReplicaStatus("replica-1", 15433, null, MemberState.STOPPED, null, 0L)),
                new BalancerStatus(URI.create("http://127.0.0.1:8080"), null, MemberState.STARTING),
                new MailStatus(8125, URI.create("http://127.0.0.1:8126"), 9L, MemberState.UNREADY));

        assertThat(Json.write(status)).isEqualTo("""
                {"clones":[{"name":"node-1","url":"http://127.0.0.1:8180","management":"http://127.0.0.1:10090",\
                "pid":123,"state":"running","cut":false}],\
                "primary":{"name":"primary","port":15432,"pid":7,"state":"paused"},\
                "replicas":[{"name":"replica-1","port":15433,"pid":null,"state":"stopped","lagBytes":null,"lagMillis":0}],\
                "balancer":{"url":"http://127.0.0.1:8080","pid":null,"state":"starting"},\
                "mail":{"smtpPort":8125,"url":"http://127.0.0.1:8126","pid":9,"state":"unready"}}""");
    }

    @Test
    void quotes_backslashes_and_control_characters_are_escaped() {
        assertThat(Json.write(new Text("a\"b\\c\nd\u0001é"))).isEqualTo("{\"text\":\"a\\\"b\\\\c\\u000ad\\u0001é\"}");
    }

    @Test
    void an_empty_list_is_a_list() {
        assertThat(Json.write(List.of())).isEqualTo("[]");
    }
}
