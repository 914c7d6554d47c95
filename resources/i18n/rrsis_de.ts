<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
  <context>
    <name>RRSIS</name>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <location filename="../../plugin/algorithms/export_samples.py" />
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <location filename="../../plugin/algorithms/segment_many.py" />
      <source>Imagery</source>
      <translation>Bilddaten</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>Replace the output whatever it holds</source>
      <translation>Ausgabe ersetzen, was immer sie enthält</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>Fetching the imagery</source>
      <translation>Bilddaten werden geholt</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>Downloading the weights</source>
      <translation>Gewichte werden heruntergeladen</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>Reading the weights</source>
      <translation>Gewichte werden gelesen</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>Starting the model's process</source>
      <translation>Der Prozess des Modells wird gestartet</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>Starting</source>
      <translation>Start</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>Loading the model</source>
      <translation>Modell wird geladen</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>Opening the raster</source>
      <translation>Raster wird geöffnet</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>Searching</source>
      <translation>Suche läuft</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>Reading the samples</source>
      <translation>Beispiele werden gelesen</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>Learning</source>
      <translation>Das Modell lernt</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>Measuring</source>
      <translation>Messung läuft</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>Making polygons</source>
      <translation>Polygone werden gebildet</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>Writing the results</source>
      <translation>Ergebnisse werden geschrieben</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>Writing to the project's file</source>
      <translation>Schreibt in die Datei des Projekts</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>Step {done} of {total}</source>
      <translation>Schritt {done} von {total}</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>Image {done} of {total}</source>
      <translation>Bild {done} von {total}</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>Tile {done} of {total}</source>
      <translation>Kachel {done} von {total}</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <location filename="../../plugin/algorithms/fetch_model.py" />
      <source>Model</source>
      <translation>Modell</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>The extent "{extent}" is empty or has no place in the layer's coordinate system. Choose another, or leave it empty for the whole layer.</source>
      <translation>Die Ausdehnung „{extent}“ ist leer oder hat im Koordinatensystem des Layers keinen Platz. Wählen Sie eine andere, oder lassen Sie das Feld für den ganzen Layer leer.</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>{hours} h {minutes} min</source>
      <translation>{hours} h {minutes} min</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>Cancelled.</source>
      <translation>Abgebrochen.</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>Model by name, instead</source>
      <translation>Stattdessen Modell nach Namen</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <location filename="../../plugin/setup.py" />
      <source>{done} of {total}</source>
      <translation>{done} von {total}</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>{n} s</source>
      <translation>{n} s</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>{n} min</source>
      <translation>{n} min</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>{rate:.1f} tiles/s</source>
      <translation>{rate:.1f} Kacheln/s</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>{time} left</source>
      <translation>noch {time}</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>What was finished lies in {file}.</source>
      <translation>Was fertig wurde, liegt in {file}.</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/evaluate.py" />
      <source>Evaluate against a layer</source>
      <translation>Gegen einen Layer auswerten</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/evaluate.py" />
      <location filename="../../plugin/algorithms/export_samples.py" />
      <location filename="../../plugin/algorithms/finetune.py" />
      <source>Quality</source>
      <translation>Qualität</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/evaluate.py" />
      <source>Compares found polygons with known ones: precision, recall and overlap.</source>
      <translation>Vergleicht gefundene Polygone mit bekannten: Präzision, Trefferquote und Überlappung.</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/evaluate.py" />
      <source>&lt;p&gt;Compares &lt;strong&gt;found&lt;/strong&gt; polygons with &lt;strong&gt;known&lt;/strong&gt; ones, such as buildings that somebody digitised.&lt;/p&gt;&lt;ul&gt;&lt;li&gt;&lt;strong&gt;Precision&lt;/strong&gt;: the share of found objects that are known.&lt;/li&gt;&lt;li&gt;&lt;strong&gt;Recall&lt;/strong&gt;: the share of known objects that were found.&lt;/li&gt;&lt;li&gt;&lt;strong&gt;F1&lt;/strong&gt;: their harmonic mean.&lt;/li&gt;&lt;li&gt;&lt;strong&gt;IoU of the area&lt;/strong&gt;: the area that both cover over the area that either covers, whatever the objects.&lt;/li&gt;&lt;/ul&gt;&lt;p&gt;An object counts as found where its overlap (intersection over union) with a known one is at least the &lt;strong&gt;smallest overlap&lt;/strong&gt;; each counts once. Give an &lt;strong&gt;extent&lt;/strong&gt; where the known polygons are complete in a part of the area alone. The layer that comes out says of each object whether it is right, wrong or missed.&lt;/p&gt;&lt;p&gt;Example: &lt;code&gt;qgis_process run rrsis:evaluate -- FOUND=found.gpkg KNOWN=buildings.gpkg OUTPUT=verdicts.gpkg&lt;/code&gt;&lt;/p&gt;</source>
      <translation>&lt;p&gt;Vergleicht &lt;strong&gt;gefundene&lt;/strong&gt; Polygone mit &lt;strong&gt;bekannten&lt;/strong&gt;, etwa mit Gebäuden, die jemand digitalisiert hat.&lt;/p&gt;&lt;ul&gt;&lt;li&gt;&lt;strong&gt;Präzision&lt;/strong&gt;: Anteil der gefundenen Objekte, die bekannt sind.&lt;/li&gt;&lt;li&gt;&lt;strong&gt;Trefferquote&lt;/strong&gt;: Anteil der bekannten Objekte, die gefunden wurden.&lt;/li&gt;&lt;li&gt;&lt;strong&gt;F1&lt;/strong&gt;: deren harmonisches Mittel.&lt;/li&gt;&lt;li&gt;&lt;strong&gt;IoU der Fläche&lt;/strong&gt;: die Fläche, die beide bedecken, geteilt durch die Fläche, die wenigstens eines bedeckt, unabhängig von den Objekten.&lt;/li&gt;&lt;/ul&gt;&lt;p&gt;Ein Objekt gilt als gefunden, wenn seine Überlappung (Schnittfläche durch Vereinigungsfläche) mit einem bekannten mindestens die &lt;strong&gt;kleinste Überlappung&lt;/strong&gt; erreicht; jedes zählt einmal. Geben Sie eine &lt;strong&gt;Ausdehnung&lt;/strong&gt; an, wenn die bekannten Polygone nur in einem Teil des Gebiets vollständig sind. Der Ergebnislayer sagt von jedem Objekt, ob es richtig, falsch oder übersehen ist.&lt;/p&gt;&lt;p&gt;Beispiel: &lt;code&gt;qgis_process run rrsis:evaluate -- FOUND=found.gpkg KNOWN=buildings.gpkg OUTPUT=verdicts.gpkg&lt;/code&gt;&lt;/p&gt;</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/evaluate.py" />
      <source>Found polygons</source>
      <translation>Gefundene Polygone</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/evaluate.py" />
      <source>Known polygons</source>
      <translation>Bekannte Polygone</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/evaluate.py" />
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <source>Extent</source>
      <translation>Ausdehnung</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/evaluate.py" />
      <source>Smallest overlap (IoU)</source>
      <translation>Kleinste Überlappung (IoU)</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/evaluate.py" />
      <source>Right, wrong and missed objects</source>
      <translation>Richtige, falsche und übersehene Objekte</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/evaluate.py" />
      <source>Precision</source>
      <translation>Präzision</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/evaluate.py" />
      <source>Recall</source>
      <translation>Trefferquote</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/evaluate.py" />
      <source>IoU of the area</source>
      <translation>IoU der Fläche</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/evaluate.py" />
      <source>Number of found objects</source>
      <translation>Anzahl gefundener Objekte</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/evaluate.py" />
      <source>Number of known objects</source>
      <translation>Anzahl bekannter Objekte</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/evaluate.py" />
      <source>Number of objects that are right</source>
      <translation>Anzahl richtiger Objekte</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/evaluate.py" />
      <source>"{layer}" is no layer of polygons. Choose another one.</source>
      <translation>„{layer}“ ist kein Polygonlayer. Wählen Sie einen anderen.</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/evaluate.py" />
      <source>A layer of polygons cannot be read. Choose another one.</source>
      <translation>Ein Polygonlayer kann nicht gelesen werden. Wählen Sie einen anderen.</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/evaluate.py" />
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <source>The folder {folder} does not exist: make it, or choose another.</source>
      <translation>Den Ordner {folder} gibt es nicht: legen Sie ihn an oder wählen Sie einen anderen.</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>Export training samples</source>
      <translation>Trainingsbeispiele exportieren</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>Writes pictures, polygons and phrases in the layout from which models are trained and measured.</source>
      <translation>Schreibt Bilder, Polygone und Phrasen in der Anordnung, mit der Modelle trainiert und gemessen werden.</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>&lt;p&gt;Cuts the imagery into square tiles, in its own bands and values, and writes beside them which phrase means which polygons (&lt;code&gt;phrases.jsonl&lt;/code&gt;). The folder is what &lt;code&gt;rrsis evaluate --data FOLDER&lt;/code&gt; and the training scripts take.&lt;/p&gt;&lt;p&gt;The phrase is that of a &lt;strong&gt;field&lt;/strong&gt;, or the same for all polygons. All things that a phrase means should be digitised in the area, since what is not counts as something else. With &lt;strong&gt;tiles without objects&lt;/strong&gt; the phrase is also noted as absent where nothing lies.&lt;/p&gt;&lt;p&gt;Neighbouring tiles belong to one place, and a place is never parted between training and validation.&lt;/p&gt;&lt;p&gt;Example:&lt;br&gt;&lt;code&gt;qgis_process run rrsis:exportsamples -- INPUT=ortho.tif POLYGONS=cars.gpkg PHRASE="cars" OUTPUT=samples&lt;/code&gt;&lt;/p&gt;</source>
      <translation>&lt;p&gt;Schneidet die Bilddaten in quadratische Kacheln, mit ihren eigenen Kanälen und Werten, und schreibt daneben, welche Phrase welche Polygone meint (&lt;code&gt;phrases.jsonl&lt;/code&gt;). Diesen Ordner nehmen &lt;code&gt;rrsis evaluate --data FOLDER&lt;/code&gt; und die Trainingsskripte an.&lt;/p&gt;&lt;p&gt;Die Phrase steht in einem &lt;strong&gt;Feld&lt;/strong&gt; oder ist für alle Polygone dieselbe. Alles, was eine Phrase meint, sollte im Gebiet digitalisiert sein, denn was fehlt, gilt als etwas anderes. Mit &lt;strong&gt;Kacheln ohne Objekte&lt;/strong&gt; wird die Phrase auch dort als abwesend vermerkt, wo nichts liegt.&lt;/p&gt;&lt;p&gt;Benachbarte Kacheln gehören zu einem Ort, und ein Ort wird nie zwischen Training und Validierung geteilt.&lt;/p&gt;&lt;p&gt;Beispiel:&lt;br&gt;&lt;code&gt;qgis_process run rrsis:exportsamples -- INPUT=ortho.tif POLYGONS=cars.gpkg PHRASE="cars" OUTPUT=samples&lt;/code&gt;&lt;/p&gt;</translation>
    </message>
    <message numerus="yes">
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>%n phrases</source>
      <translation>
        <numerusform>%n Phrase</numerusform>
        <numerusform>%n Phrasen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>%n tiles</source>
      <translation>
        <numerusform>%n Kachel</numerusform>
        <numerusform>%n Kacheln</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>The polygons have no field "{field}". They have: {fields}.</source>
      <translation>Die Polygone haben kein Feld „{field}“. Sie haben: {fields}.</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>"{folder}" holds samples already. Choose another folder, or tick “Replace the output whatever it holds”.</source>
      <translation>„{folder}“ enthält schon Beispiele. Wählen Sie einen anderen Ordner, oder setzen Sie das Häkchen bei „Ausgabe ersetzen, was immer sie enthält“.</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>Polygons</source>
      <translation>Polygone</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>Field with the phrase</source>
      <translation>Feld mit der Phrase</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>Phrase, where there is no field</source>
      <translation>Phrase, wenn es kein Feld gibt</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>Side of a tile (pixels)</source>
      <translation>Seite einer Kachel (Pixel)</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>Share kept for validation</source>
      <translation>Anteil für die Validierung</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>Tiles without objects too</source>
      <translation>Auch Kacheln ohne Objekte</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>Folder for the samples</source>
      <translation>Ordner für die Beispiele</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>Number of tiles</source>
      <translation>Anzahl der Kacheln</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>Number of phrases in tiles</source>
      <translation>Anzahl der Phrasen in Kacheln</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>Give a field with the phrase, or a phrase for all polygons.</source>
      <translation>Geben Sie ein Feld mit der Phrase an oder eine Phrase für alle Polygone.</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>The imagery or the polygons cannot be read. Choose other layers.</source>
      <translation>Die Bilddaten oder die Polygone können nicht gelesen werden. Wählen Sie andere Layer.</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>Samples are cut from files. Export the layer as a GeoTIFF and use that.</source>
      <translation>Beispiele werden aus Dateien geschnitten. Exportieren Sie den Layer als GeoTIFF und verwenden Sie dieses.</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>The imagery is smaller than one tile. Choose a smaller side.</source>
      <translation>Die Bilddaten sind kleiner als eine Kachel. Wählen Sie eine kleinere Seite.</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <location filename="../../plugin/messages.py" />
      <source>Cancelled; what was finished has been kept.</source>
      <translation>Abgebrochen; was fertig war, wurde behalten.</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>There is no polygon with a phrase. Check the layer and the field.</source>
      <translation>Es gibt kein Polygon mit einer Phrase. Prüfen Sie Layer und Feld.</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>{phrases} in {tiles}</source>
      <translation>{phrases} in {tiles}</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>No place fell to validation, which fine-tuning and measuring need. Choose smaller tiles or a larger area.</source>
      <translation>Kein Ort fiel auf die Validierung, die das Nachtrainieren und das Messen brauchen. Wählen Sie kleinere Kacheln oder ein größeres Gebiet.</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>The samples cannot be written to "{folder}": {reason}</source>
      <translation>Die Beispiele können nicht nach „{folder}“ geschrieben werden: {reason}</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/fetch_model.py" />
      <location filename="../../plugin/model_panel.py" />
      <source>Fetch a model</source>
      <translation>Modell holen</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/fetch_model.py" />
      <location filename="../../plugin/algorithms/status.py" />
      <source>Set-up</source>
      <translation>Einrichtung</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/fetch_model.py" />
      <source>Brings the weights of a model to this machine.</source>
      <translation>Bringt die Gewichte eines Modells auf diesen Rechner.</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/fetch_model.py" />
      <source>&lt;p&gt;Downloads the weights of a model, says their licence first, and checks them against their published SHA-256. A download that breaks off goes on the next time. Weights that are here are left alone, unless &lt;strong&gt;Fetch again&lt;/strong&gt; is set.&lt;/p&gt;&lt;p&gt;Give a &lt;strong&gt;checkpoint file&lt;/strong&gt; (.pth, .pt, .bin or .safetensors) to use weights of your own instead; for models without public weights that is the only way.&lt;/p&gt;&lt;p&gt;Where the catalogue knows no &lt;strong&gt;SHA-256&lt;/strong&gt;, name it: from a source that you trust, one a file as &lt;code&gt;OWNER/NAME/FILE=HEX&lt;/code&gt; where there are several.&lt;/p&gt;&lt;p&gt;Example: &lt;code&gt;qgis_process run rrsis:fetchmodel -- MODEL=1 FILE=lgce.pth&lt;/code&gt;&lt;/p&gt;</source>
      <translation>&lt;p&gt;Lädt die Gewichte eines Modells herunter, nennt vorher ihre Lizenz und prüft sie gegen ihren veröffentlichten SHA-256-Wert. Ein abgebrochener Download geht beim nächsten Mal weiter. Vorhandene Gewichte bleiben, wie sie sind, außer wenn &lt;strong&gt;Erneut holen&lt;/strong&gt; gesetzt ist.&lt;/p&gt;&lt;p&gt;Geben Sie eine &lt;strong&gt;Checkpoint-Datei&lt;/strong&gt; (.pth, .pt, .bin oder .safetensors) an, um eigene Gewichte zu verwenden; bei Modellen ohne öffentliche Gewichte ist das der einzige Weg.&lt;/p&gt;&lt;p&gt;Wo der Katalog keine &lt;strong&gt;SHA-256&lt;/strong&gt; kennt, nennen Sie sie: aus einer Quelle, der Sie trauen; bei mehreren Dateien je eine als &lt;code&gt;OWNER/NAME/FILE=HEX&lt;/code&gt;.&lt;/p&gt;&lt;p&gt;Beispiel: &lt;code&gt;qgis_process run rrsis:fetchmodel -- MODEL=1 FILE=lgce.pth&lt;/code&gt;&lt;/p&gt;</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/fetch_model.py" />
      <source>Checkpoint file of your own</source>
      <translation>Eigene Checkpoint-Datei</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/fetch_model.py" />
      <source>Fetch again</source>
      <translation>Erneut holen</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/fetch_model.py" />
      <source>SHA-256, where the catalogue knows none</source>
      <translation>SHA-256, wo der Katalog keine kennt</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/fetch_model.py" />
      <location filename="../../plugin/algorithms/finetune.py" />
      <source>Name of the model</source>
      <translation>Name des Modells</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/fetch_model.py" />
      <location filename="../../plugin/algorithms/finetune.py" />
      <source>Where the weights are</source>
      <translation>Wo die Gewichte liegen</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/fetch_model.py" />
      <location filename="../../plugin/model_task.py" />
      <source>The download was stopped. What has come is kept for the next time.</source>
      <translation>Der Download wurde angehalten. Was angekommen ist, wird für das nächste Mal aufbewahrt.</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/fetch_model.py" />
      <location filename="../../plugin/algorithms/finetune.py" />
      <location filename="../../plugin/runner.py" />
      <source>{model} is ready.</source>
      <translation>{model} ist bereit.</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/fetch_model.py" />
      <source>{model} is here: {facts}</source>
      <translation>{model} ist vorhanden: {facts}</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/finetune.py" />
      <source>Fine-tune a model</source>
      <translation>Ein Modell nachtrainieren</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/finetune.py" />
      <source>Teaches the bundled model your own samples.</source>
      <translation>Bringt dem mitgelieferten Modell Ihre eigenen Beispiele bei.</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/finetune.py" />
      <source>&lt;p&gt;The bundled model learns from a folder that “Export training samples” wrote: 20 to 200 samples are a good beginning, and take minutes. The model that comes out has a name of its own and stands in every list of models from then on.&lt;/p&gt;&lt;p&gt;It is measured before and after on the samples kept for validation; without such samples, or with too few, it is refused. While it learns your phrases it is also asked for what it knew, so that it does not forget that.&lt;/p&gt;&lt;p&gt;&lt;strong&gt;Learn to see, too&lt;/strong&gt; lets the image side learn as well: slower, for things that look like nothing that the model knows.&lt;/p&gt;&lt;p&gt;A run that is cancelled keeps its steps; start it again with &lt;strong&gt;Go on&lt;/strong&gt;.&lt;/p&gt;&lt;p&gt;Example: &lt;code&gt;qgis_process run rrsis:finetune -- DATA=samples NAME=helipads&lt;/code&gt;&lt;/p&gt;</source>
      <translation>&lt;p&gt;Das mitgelieferte Modell lernt aus einem Ordner, den „Trainingsbeispiele exportieren“ geschrieben hat: 20 bis 200 Beispiele sind ein guter Anfang und dauern Minuten. Das Modell, das herauskommt, hat einen eigenen Namen und steht von da an in jeder Liste der Modelle.&lt;/p&gt;&lt;p&gt;Es wird vorher und nachher an den Beispielen gemessen, die zur Validierung zurückbehalten sind; ohne solche oder mit zu wenigen wird abgelehnt. Während es Ihre Phrasen lernt, wird es auch nach dem gefragt, was es schon wusste, damit es das nicht vergisst.&lt;/p&gt;&lt;p&gt;&lt;strong&gt;Auch das Sehen lernen&lt;/strong&gt; lässt auch die Bildseite lernen: langsamer, für Dinge, die nichts gleichen, was das Modell kennt.&lt;/p&gt;&lt;p&gt;Ein abgebrochener Lauf behält seine Schritte; starten Sie ihn erneut mit &lt;strong&gt;Fortsetzen&lt;/strong&gt;.&lt;/p&gt;&lt;p&gt;Beispiel: &lt;code&gt;qgis_process run rrsis:finetune -- DATA=samples NAME=helipads&lt;/code&gt;&lt;/p&gt;</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/finetune.py" />
      <source>Folder of the samples</source>
      <translation>Ordner der Beispiele</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/finetune.py" />
      <source>Name of the new model</source>
      <translation>Name des neuen Modells</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/finetune.py" />
      <source>Model that learns</source>
      <translation>Modell, das lernt</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/finetune.py" />
      <source>Steps (empty: by the samples)</source>
      <translation>Schritte (leer: nach den Beispielen)</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/finetune.py" />
      <source>Learn to see, too</source>
      <translation>Auch das Sehen lernen</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/finetune.py" />
      <source>Go on with a run that was cancelled</source>
      <translation>Einen abgebrochenen Lauf fortsetzen</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/finetune.py" />
      <source>Replace a model of that name</source>
      <translation>Ein Modell dieses Namens ersetzen</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/finetune.py" />
      <source>Whether it was finished</source>
      <translation>Ob er beendet wurde</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/finetune.py" />
      <source>mIoU before</source>
      <translation>mIoU vorher</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/finetune.py" />
      <source>mIoU after</source>
      <translation>mIoU nachher</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/finetune.py" />
      <source>Stopped at step {done} of {total}. Start it again with “Go on” to finish it.</source>
      <translation>Bei Schritt {done} von {total} angehalten. Starten Sie erneut mit „Fortsetzen“, um ihn zu beenden.</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <source>Segment by phrase</source>
      <translation>Nach Phrase segmentieren</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <source>Finds the objects that a phrase describes, as polygons.</source>
      <translation>Findet die Objekte, die eine Phrase beschreibt, als Polygone.</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <source>&lt;p&gt;Describe what to find, in English, one phrase a line; each becomes a layer of its own.&lt;/p&gt;&lt;p&gt;Examples:&lt;/p&gt;&lt;ul&gt;&lt;li&gt;white cars&lt;/li&gt;&lt;li&gt;buildings with a tin roof&lt;/li&gt;&lt;li&gt;trees along the road&lt;/li&gt;&lt;li&gt;the largest building on the left&lt;/li&gt;&lt;/ul&gt;&lt;p&gt;The bundled model runs on any laptop, offline. The other models need their weights.&lt;/p&gt;&lt;p&gt;&lt;strong&gt;Threshold&lt;/strong&gt;: lower finds more, higher is surer. Keep the &lt;strong&gt;probability raster&lt;/strong&gt; to change the threshold later without running the model again (“Re-threshold”).&lt;/p&gt;&lt;p&gt;&lt;strong&gt;Extent&lt;/strong&gt; and &lt;strong&gt;mask&lt;/strong&gt; (selected polygons) bound the search. &lt;strong&gt;Bands&lt;/strong&gt; are the numbers shown to the model as red, green and blue, such as 4,3,2. &lt;strong&gt;Stretch&lt;/strong&gt; is the pair of percentiles shown as black and white, such as 2,98, or values of the file, such as =0,1800; 8-bit imagery needs none.&lt;/p&gt;&lt;p&gt;An output file that is there is replaced where it is an untouched result of an earlier search, as when the same search runs again. Tick &lt;strong&gt;Replace the output whatever it holds&lt;/strong&gt; for any other file.&lt;/p&gt;&lt;p&gt;The model’s environment is set up once with the button “Set up” in the RRSIS panel (View › Panels › RRSIS), or with &lt;code&gt;make setup&lt;/code&gt; in a checkout.&lt;/p&gt;&lt;p&gt;On the command line:&lt;br&gt;&lt;code&gt;qgis_process run rrsis:segmentbyphrase -- INPUT=ortho.tif PHRASES="white cars" OUTPUT=cars.gpkg&lt;/code&gt;&lt;/p&gt;</source>
      <translation>&lt;p&gt;Beschreiben Sie auf Englisch, was gefunden werden soll, eine Phrase je Zeile; jede wird ein eigener Layer.&lt;/p&gt;&lt;p&gt;Beispiele:&lt;/p&gt;&lt;ul&gt;&lt;li&gt;white cars&lt;/li&gt;&lt;li&gt;buildings with a tin roof&lt;/li&gt;&lt;li&gt;trees along the road&lt;/li&gt;&lt;li&gt;the largest building on the left&lt;/li&gt;&lt;/ul&gt;&lt;p&gt;Das mitgelieferte Modell läuft auf jedem Laptop, ohne Internet. Die anderen Modelle brauchen ihre Gewichte.&lt;/p&gt;&lt;p&gt;&lt;strong&gt;Schwellenwert&lt;/strong&gt;: Niedriger findet mehr, höher ist sicherer. Behalten Sie das &lt;strong&gt;Wahrscheinlichkeitsraster&lt;/strong&gt;, um den Schwellenwert später zu ändern, ohne das Modell erneut laufen zu lassen („Neuer Schwellenwert“).&lt;/p&gt;&lt;p&gt;&lt;strong&gt;Ausdehnung&lt;/strong&gt; und &lt;strong&gt;Maske&lt;/strong&gt; (gewählte Polygone) begrenzen die Suche. &lt;strong&gt;Kanäle&lt;/strong&gt; sind die Nummern, die dem Modell als Rot, Grün und Blau gezeigt werden, etwa 4,3,2. &lt;strong&gt;Streckung&lt;/strong&gt; ist das Paar von Perzentilen, die als Schwarz und Weiß gezeigt werden, etwa 2,98, oder Werte der Datei, etwa =0,1800; 8-Bit-Bilddaten brauchen keine.&lt;/p&gt;&lt;p&gt;Eine vorhandene Ausgabedatei wird ersetzt, wenn sie das unveränderte Ergebnis einer früheren Suche ist, etwa wenn dieselbe Suche noch einmal läuft. Für jede andere Datei setzen Sie das Häkchen bei &lt;strong&gt;Ausgabe ersetzen, was immer sie enthält&lt;/strong&gt;.&lt;/p&gt;&lt;p&gt;Die Umgebung des Modells wird einmal mit dem Knopf „Einrichten“ im RRSIS-Bedienfeld (Ansicht › Bedienfelder › RRSIS) eingerichtet, oder mit &lt;code&gt;make setup&lt;/code&gt; in einer Arbeitskopie.&lt;/p&gt;&lt;p&gt;Auf der Kommandozeile:&lt;br&gt;&lt;code&gt;qgis_process run rrsis:segmentbyphrase -- INPUT=ortho.tif PHRASES="white cars" OUTPUT=cars.gpkg&lt;/code&gt;&lt;/p&gt;</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <source>find,object,text,language,detect,building,car,tree,deep learning,ai</source>
      <translation>finden,Objekt,Text,Sprache,erkennen,Gebäude,Auto,Baum,Deep Learning,KI</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <location filename="../../plugin/algorithms/segment_many.py" />
      <location filename="../../plugin/algorithms/threshold.py" />
      <source>Phrases, one a line</source>
      <translation>Phrasen, eine je Zeile</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <location filename="../../plugin/algorithms/segment_many.py" />
      <location filename="../../plugin/algorithms/threshold.py" />
      <location filename="../../plugin/review.py" />
      <source>Threshold</source>
      <translation>Schwellenwert</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <source>Mask polygons</source>
      <translation>Maskenpolygone</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <location filename="../../plugin/algorithms/segment_many.py" />
      <location filename="../../plugin/algorithms/threshold.py" />
      <source>Smallest area (m²)</source>
      <translation>Kleinste Fläche (m²)</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <source>Bands for red, green, blue</source>
      <translation>Kanäle für Rot, Grün, Blau</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <source>Stretch</source>
      <translation>Streckung</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <source>Pixel size seen by the model (m)</source>
      <translation>Pixelgröße, die das Modell sieht (m)</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <location filename="../../plugin/algorithms/segment_many.py" />
      <location filename="../../plugin/options.py" />
      <source>Device</source>
      <translation>Gerät</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <location filename="../../plugin/options.py" />
      <source>Most tiles fetched of an online layer</source>
      <translation>Höchstzahl geholter Kacheln eines Online-Layers</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <location filename="../../plugin/algorithms/threshold.py" />
      <source>Found objects, one layer a phrase</source>
      <translation>Gefundene Objekte, ein Layer je Phrase</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <location filename="../../plugin/algorithms/threshold.py" />
      <source>GeoPackage (*.gpkg)</source>
      <translation>GeoPackage (*.gpkg)</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <source>Found objects of all phrases in one layer</source>
      <translation>Gefundene Objekte aller Phrasen in einem Layer</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <location filename="../../plugin/algorithms/threshold.py" />
      <source>Probability raster</source>
      <translation>Wahrscheinlichkeitsraster</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <location filename="../../plugin/algorithms/threshold.py" />
      <source>Layers, one a phrase</source>
      <translation>Layer, einer je Phrase</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <location filename="../../plugin/algorithms/segment_many.py" />
      <location filename="../../plugin/algorithms/threshold.py" />
      <source>Number of objects</source>
      <translation>Anzahl der Objekte</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <source>Area of all objects (m²)</source>
      <translation>Fläche aller Objekte (m²)</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <source>Time (s)</source>
      <translation>Zeit (s)</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <source>{name} is "{value}"; give {count} numbers with commas between them.</source>
      <translation>{name} ist „{value}“; geben Sie {count} Zahlen mit Kommas dazwischen an.</translation>
    </message>
    <message numerus="yes">
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <location filename="../../plugin/algorithms/segment_many.py" />
      <source>%n objects</source>
      <translation>
        <numerusform>%n Objekt</numerusform>
        <numerusform>%n Objekte</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_many.py" />
      <source>Segment many rasters</source>
      <translation>Viele Raster segmentieren</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_many.py" />
      <source>Finds what phrases describe in many rasters or tiles, one file each.</source>
      <translation>Findet in vielen Rastern oder Kacheln, was Phrasen beschreiben, je Raster eine Datei.</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_many.py" />
      <source>&lt;p&gt;Searches each raster for the same phrases and writes a GeoPackage a raster into a folder, named after the raster. The model is loaded once. A raster that cannot be read is named and the rest goes on; the algorithm fails only where all of them do.&lt;/p&gt;&lt;p&gt;With &lt;strong&gt;Skip what is there&lt;/strong&gt; a run that was stopped goes on where it ended.&lt;/p&gt;&lt;p&gt;Example:&lt;br&gt;&lt;code&gt;qgis_process run rrsis:segmentmany -- INPUTS=a.tif INPUTS=b.tif PHRASES="white cars" OUTPUT=found&lt;/code&gt;&lt;/p&gt;</source>
      <translation>&lt;p&gt;Durchsucht jedes Raster nach denselben Phrasen und schreibt je Raster ein nach ihm benanntes GeoPackage in einen Ordner. Das Modell wird einmal geladen. Ein Raster, das nicht gelesen werden kann, wird genannt, und der Rest geht weiter; der Algorithmus scheitert nur, wenn alle scheitern.&lt;/p&gt;&lt;p&gt;Mit &lt;strong&gt;Vorhandenes überspringen&lt;/strong&gt; geht ein angehaltener Lauf dort weiter, wo er endete.&lt;/p&gt;&lt;p&gt;Beispiel:&lt;br&gt;&lt;code&gt;qgis_process run rrsis:segmentmany -- INPUTS=a.tif INPUTS=b.tif PHRASES="white cars" OUTPUT=found&lt;/code&gt;&lt;/p&gt;</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_many.py" />
      <source>Folder for the results</source>
      <translation>Ordner für die Ergebnisse</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_many.py" />
      <source>Keep the probability rasters</source>
      <translation>Wahrscheinlichkeitsraster behalten</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_many.py" />
      <source>Skip what is there</source>
      <translation>Vorhandenes überspringen</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_many.py" />
      <source>Layers, one a phrase and raster</source>
      <translation>Layer, einer je Phrase und Raster</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_many.py" />
      <source>Number of rasters searched</source>
      <translation>Anzahl durchsuchter Raster</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_many.py" />
      <source>Number of rasters that could not be searched</source>
      <translation>Anzahl der Raster, die nicht durchsucht werden konnten</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_many.py" />
      <source>No raster layer was chosen.</source>
      <translation>Kein Rasterlayer wurde gewählt.</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_many.py" />
      <source>{files} cannot be opened. Check that the file is there and opens in QGIS.</source>
      <translation>{files} lässt sich nicht öffnen. Prüfen Sie, ob die Datei da ist und sich in QGIS öffnen lässt.</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_many.py" />
      <source>The folder "{folder}" cannot be made: {reason}</source>
      <translation>Der Ordner „{folder}“ kann nicht angelegt werden: {reason}</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_many.py" />
      <source>{raster}: is there</source>
      <translation>{raster}: ist vorhanden</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/status.py" />
      <source>Status</source>
      <translation>Zustand</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/status.py" />
      <source>Can models run here, and what is missing?</source>
      <translation>Können hier Modelle laufen, und was fehlt?</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/status.py" />
      <source>&lt;p&gt;Looks for the model’s environment and says what is missing and where the button is that sets it up. With &lt;strong&gt;Try it out&lt;/strong&gt; it also starts the environment, and lists its packages and processors.&lt;/p&gt;&lt;p&gt;Example: &lt;code&gt;qgis_process run rrsis:status --json&lt;/code&gt;&lt;/p&gt;</source>
      <translation>&lt;p&gt;Sucht die Umgebung des Modells und sagt, was fehlt und wo der Knopf ist, der sie einrichtet. Mit &lt;strong&gt;Ausprobieren&lt;/strong&gt; wird die Umgebung auch gestartet, und ihre Pakete und Prozessoren werden aufgezählt.&lt;/p&gt;&lt;p&gt;Beispiel: &lt;code&gt;qgis_process run rrsis:status --json&lt;/code&gt;&lt;/p&gt;</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/status.py" />
      <source>Try it out</source>
      <translation>Ausprobieren</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/status.py" />
      <source>Models can run</source>
      <translation>Modelle können laufen</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/status.py" />
      <source>What is missing</source>
      <translation>Was fehlt</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/status.py" />
      <source>Interpreter</source>
      <translation>Interpreter</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/status.py" />
      <source>Processors</source>
      <translation>Prozessoren</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/status.py" />
      <source>Models</source>
      <translation>Modelle</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/status.py" />
      <source>Models whose weights are here</source>
      <translation>Modelle, deren Gewichte da sind</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/status.py" />
      <source>Version</source>
      <translation>Version</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/status.py" />
      <source>Models can run here.</source>
      <translation>Modelle können hier laufen.</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/threshold.py" />
      <source>Re-threshold</source>
      <translation>Neuer Schwellenwert</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/threshold.py" />
      <source>Makes polygons anew from a kept probability raster, without running the model.</source>
      <translation>Bildet Polygone neu aus einem behaltenen Wahrscheinlichkeitsraster, ohne das Modell laufen zu lassen.</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/threshold.py" />
      <source>&lt;p&gt;Takes the probability raster that “Segment by phrase” kept, and makes polygons with another threshold, smallest area or outline. The model is not run again.&lt;/p&gt;&lt;p&gt;Lower thresholds find more, higher ones are surer. Leave &lt;strong&gt;Phrases&lt;/strong&gt; empty for all phrases of the raster, or name some of them, one a line.&lt;/p&gt;&lt;p&gt;Example:&lt;br&gt;&lt;code&gt;qgis_process run rrsis:rethreshold -- INPUT=p.tif THRESHOLD=0.3 OUTPUT=more.gpkg&lt;/code&gt;&lt;/p&gt;</source>
      <translation>&lt;p&gt;Nimmt das Wahrscheinlichkeitsraster, das „Nach Phrase segmentieren“ behalten hat, und bildet Polygone mit anderem Schwellenwert, anderer kleinster Fläche oder anderem Umriss. Das Modell läuft nicht noch einmal.&lt;/p&gt;&lt;p&gt;Niedrigere Schwellenwerte finden mehr, höhere sind sicherer. Lassen Sie &lt;strong&gt;Phrasen&lt;/strong&gt; leer für alle Phrasen des Rasters, oder nennen Sie einige davon, eine je Zeile.&lt;/p&gt;&lt;p&gt;Beispiel:&lt;br&gt;&lt;code&gt;qgis_process run rrsis:rethreshold -- INPUT=p.tif THRESHOLD=0.3 OUTPUT=more.gpkg&lt;/code&gt;&lt;/p&gt;</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/threshold.py" />
      <source>Outlines may move by (m)</source>
      <translation>Umrisse dürfen abweichen um (m)</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/threshold.py" />
      <source>Fill holes up to (m²)</source>
      <translation>Löcher füllen bis (m²)</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/threshold.py" />
      <source>Right angles where they fit</source>
      <translation>Rechte Winkel, wo sie passen</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/threshold.py" />
      <source>Part objects that touch</source>
      <translation>Berührende Objekte trennen</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/threshold.py" />
      <source>The probability raster must be a file that “Segment by phrase” wrote.</source>
      <translation>Das Wahrscheinlichkeitsraster muss eine Datei sein, die „Nach Phrase segmentieren“ geschrieben hat.</translation>
    </message>
    <message>
      <location filename="../../plugin/append.py" />
      <source>Append found objects</source>
      <translation>Gefundene Objekte anhängen</translation>
    </message>
    <message>
      <location filename="../../plugin/append.py" />
      <source>A layer was closed while objects were being appended.</source>
      <translation>Ein Layer wurde geschlossen, während Objekte angehängt wurden.</translation>
    </message>
    <message>
      <location filename="../../plugin/append.py" />
      <source>The layer "{layer}" cannot be edited.</source>
      <translation>Der Layer „{layer}“ kann nicht bearbeitet werden.</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.py" />
      <source>RRSIS: find by phrase</source>
      <translation>RRSIS: Finden nach Phrase</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.py" />
      <source>The recipe is on the clipboard.</source>
      <translation>Das Rezept ist in der Zwischenablage.</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.py" />
      <source>The controls are set as the recipe says.</source>
      <translation>Die Bedienelemente stehen nun, wie das Rezept es sagt.</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.py" />
      <source>Find next</source>
      <translation>Danach</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.py" />
      <source>Find</source>
      <translation>Finden</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.py" />
      <source>A later version wrote it: what this one does not know was left aside.</source>
      <translation>Eine neuere Version hat es geschrieben: Was diese nicht kennt, blieb beiseite.</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.py" />
      <source>Bands</source>
      <translation>Kanäle</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.py" />
      <source>Copy recipe</source>
      <translation>Rezept kopieren</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.py" />
      <source>Paste recipe</source>
      <translation>Rezept einfügen</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.py" />
      <source>Copy report for those who help</source>
      <translation>Bericht für Helfende kopieren</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.py" />
      <source>Help</source>
      <translation>Hilfe</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.py" />
      <source>Settings …</source>
      <translation>Einstellungen …</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.py" />
      <source>Its model “{model}” is not here: another stays chosen.</source>
      <translation>Sein Modell „{model}“ ist nicht da: Ein anderes bleibt gewählt.</translation>
    </message>
    <message>
      <location filename="../../plugin/extent.py" />
      <source>Whole layer</source>
      <translation>Ganzer Layer</translation>
    </message>
    <message>
      <location filename="../../plugin/extent.py" />
      <source>Visible map</source>
      <translation>Sichtbare Karte</translation>
    </message>
    <message>
      <location filename="../../plugin/extent.py" />
      <source>Drawn rectangle</source>
      <translation>Gezeichnetes Rechteck</translation>
    </message>
    <message>
      <location filename="../../plugin/extent.py" />
      <source>Drawn polygon</source>
      <translation>Gezeichnetes Polygon</translation>
    </message>
    <message>
      <location filename="../../plugin/extent.py" />
      <source>Selected features</source>
      <translation>Gewählte Objekte</translation>
    </message>
    <message>
      <location filename="../../plugin/extent.py" />
      <source>Polygon layer as mask</source>
      <translation>Polygonlayer als Maske</translation>
    </message>
    <message>
      <location filename="../../plugin/extent.py" />
      <source>Click the corners on the map; a right click or Enter closes the polygon.</source>
      <translation>Klicken Sie die Ecken auf der Karte an; ein Rechtsklick oder die Eingabetaste schließt das Polygon.</translation>
    </message>
    <message>
      <location filename="../../plugin/extent.py" />
      <source>Drag a rectangle on the map.</source>
      <translation>Ziehen Sie ein Rechteck auf der Karte auf.</translation>
    </message>
    <message>
      <location filename="../../plugin/extent.py" />
      <source>Nothing was drawn yet. Press “Draw” and draw on the map.</source>
      <translation>Noch wurde nichts gezeichnet. Drücken Sie „Zeichnen“ und zeichnen Sie auf der Karte.</translation>
    </message>
    <message>
      <location filename="../../plugin/extent.py" />
      <source>There is no polygon layer. Add one, or search the whole layer.</source>
      <translation>Es gibt keinen Polygonlayer. Fügen Sie einen hinzu, oder durchsuchen Sie den ganzen Layer.</translation>
    </message>
    <message>
      <location filename="../../plugin/extent.py" />
      <source>Nothing is selected in the layer "{layer}". Select polygons, or choose another extent.</source>
      <translation>Im Layer „{layer}“ ist nichts gewählt. Wählen Sie Polygone oder eine andere Ausdehnung.</translation>
    </message>
    <message>
      <location filename="../../plugin/gallery.py" />
      <source>Example picture</source>
      <translation>Beispielbild</translation>
    </message>
    <message>
      <location filename="../../plugin/gallery.py" />
      <source>Examples of phrases</source>
      <translation>Beispiele für Phrasen</translation>
    </message>
    <message>
      <location filename="../../plugin/gallery.py" />
      <source>Click a picture to search for what its yellow outline shows.</source>
      <translation>Klicken Sie ein Bild an, um nach dem zu suchen, was sein gelber Umriss zeigt.</translation>
    </message>
    <message>
      <location filename="../../plugin/gallery.py" />
      <source>Phrases that a model understands, with pictures of what they mean.</source>
      <translation>Phrasen, die ein Modell versteht, mit Bildern dessen, was sie bedeuten.</translation>
    </message>
    <message>
      <location filename="../../plugin/gallery.py" />
      <source>Try it on the example picture</source>
      <translation>Am Beispielbild ausprobieren</translation>
    </message>
    <message>
      <location filename="../../plugin/gallery.py" />
      <source>Adds a small drawn picture to the project and searches in it at once.</source>
      <translation>Fügt dem Projekt ein kleines gezeichnetes Bild hinzu und sucht sofort darin.</translation>
    </message>
    <message>
      <location filename="../../plugin/gallery.py" />
      <source>Closes the examples.</source>
      <translation>Schließt die Beispiele.</translation>
    </message>
    <message>
      <location filename="../../plugin/groups.py" />
      <source>Found in {raster}</source>
      <translation>Gefunden in {raster}</translation>
    </message>
    <message>
      <location filename="../../plugin/hints.py" />
      <source>Nothing was found for "{phrase}". Word it differently, zoom to a place that shows it, or use finer imagery.</source>
      <translation>Für „{phrase}“ wurde nichts gefunden. Formulieren Sie anders, zoomen Sie an einen Ort, der es zeigt, oder nehmen Sie feinere Bilddaten.</translation>
    </message>
    <message>
      <location filename="../../plugin/hints.py" />
      <source>The models read English alone: write “{phrase}” in English.</source>
      <translation>Die Modelle lesen nur Englisch: Schreiben Sie „{phrase}“ auf Englisch.</translation>
    </message>
    <message>
      <location filename="../../plugin/hints.py" />
      <source>Pixels of {pixel:.2g} m are much coarser than the {known:g} m that this model knows: expect to find large things alone.</source>
      <translation>Pixel von {pixel:.2g} m sind viel gröber als die {known:g} m, die dieses Modell kennt: Erwarten Sie nur große Dinge.</translation>
    </message>
    <message>
      <location filename="../../plugin/hints.py" />
      <source>Only things below the smallest area reached the threshold for "{phrase}". Lower one of the two in the review below, or word the phrase differently.</source>
      <translation>Nur Dinge unter der kleinsten Fläche erreichten den Schwellenwert für „{phrase}“. Senken Sie einen der beiden Werte unten in der Prüfung, oder formulieren Sie die Phrase anders.</translation>
    </message>
    <message>
      <location filename="../../plugin/hints.py" />
      <source>Nothing reached the threshold for "{phrase}": the highest probability is {top:.0%}. Lower the threshold in the review below, or word the phrase differently.</source>
      <translation>Nichts erreichte den Schwellenwert für „{phrase}“: Die höchste Wahrscheinlichkeit ist {top:.0%}. Senken Sie den Schwellenwert unten in der Prüfung, oder formulieren Sie die Phrase anders.</translation>
    </message>
    <message>
      <location filename="../../plugin/hints.py" />
      <source>Pixels of {pixel:.2g} m are too coarse for “{phrase}”: use imagery of {needed:.1g} m or finer, or look for larger things.</source>
      <translation>Pixel von {pixel:.2g} m sind zu grob für „{phrase}“: Nehmen Sie Bilddaten von {needed:.1g} m oder feiner, oder suchen Sie nach größeren Dingen.</translation>
    </message>
    <message>
      <location filename="../../plugin/histogram.py" />
      <source>How many pixels have which probability; the firm bars are found.</source>
      <translation>Wie viele Pixel welche Wahrscheinlichkeit haben; die kräftigen Balken sind gefunden.</translation>
    </message>
    <message>
      <location filename="../../plugin/histogram.py" />
      <source>Look at the probabilities of {phrase}</source>
      <translation>Wahrscheinlichkeiten von {phrase} ansehen</translation>
    </message>
    <message>
      <location filename="../../plugin/job.py" />
      <location filename="../../plugin/review_task.py" />
      <location filename="../../plugin/task.py" />
      <source>Cancelled before anything was finished.</source>
      <translation>Abgebrochen, bevor etwas fertig war.</translation>
    </message>
    <message>
      <location filename="../../plugin/job.py" />
      <source>the polygons</source>
      <translation>die Polygone</translation>
    </message>
    <message>
      <location filename="../../plugin/job.py" />
      <source>{phrases} in {raster}</source>
      <translation>{phrases} in {raster}</translation>
    </message>
    <message>
      <location filename="../../plugin/job.py" />
      <source>The folder "{folder}" cannot be made ({reason}). Choose another place.</source>
      <translation>Der Ordner „{folder}“ kann nicht angelegt werden ({reason}). Wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
      <location filename="../../plugin/layers.py" />
      <source>The area has no place in the layer's coordinate system. Choose another area.</source>
      <translation>Das Gebiet hat im Koordinatensystem des Layers keinen Ort. Wählen Sie ein anderes Gebiet.</translation>
    </message>
    <message>
      <location filename="../../plugin/layers.py" />
      <source>No raster layer was chosen. Add imagery to the project and choose it.</source>
      <translation>Kein Rasterlayer wurde gewählt. Fügen Sie dem Projekt Bilddaten hinzu und wählen Sie sie.</translation>
    </message>
    <message>
      <location filename="../../plugin/layers.py" />
      <source>Cancelled while the layer was being fetched.</source>
      <translation>Abgebrochen, während der Layer geholt wurde.</translation>
    </message>
    <message>
      <location filename="../../plugin/layers.py" />
      <source>The mask holds no polygon. Select polygons, or search without a mask.</source>
      <translation>Die Maske enthält kein Polygon. Wählen Sie Polygone, oder suchen Sie ohne Maske.</translation>
    </message>
    <message>
      <location filename="../../plugin/layers.py" />
      <source>Cancelled while the mask was being read.</source>
      <translation>Abgebrochen, während die Maske gelesen wurde.</translation>
    </message>
    <message>
      <location filename="../../plugin/layers.py" />
      <source>The layer "{layer}" is broken. Repair its data source, or choose another layer.</source>
      <translation>Der Layer „{layer}“ ist defekt. Reparieren Sie seine Datenquelle, oder wählen Sie einen anderen Layer.</translation>
    </message>
    <message>
      <location filename="../../plugin/layers.py" />
      <source>The layer "{layer}" ({kind}) cannot be rendered. Export it as a GeoTIFF and use that.</source>
      <translation>Der Layer „{layer}“ ({kind}) kann nicht gezeichnet werden. Exportieren Sie ihn als GeoTIFF und verwenden Sie dieses.</translation>
    </message>
    <message>
      <location filename="../../plugin/layers.py" />
      <source>The extent does not touch the layer "{layer}". Move the map there.</source>
      <translation>Die Ausdehnung berührt den Layer „{layer}“ nicht. Bewegen Sie die Karte dorthin.</translation>
    </message>
    <message>
      <location filename="../../plugin/layers.py" />
      <source>The layer "{layer}" is fetched from a service: this area needs {tiles} tiles at {gsd:g} m a pixel, and at most {limit} are fetched. Choose a smaller area, coarser pixels, or a file.</source>
      <translation>Der Layer „{layer}“ wird von einem Dienst geholt: Dieses Gebiet braucht {tiles} Kacheln bei {gsd:g} m je Pixel, und höchstens {limit} werden geholt. Wählen Sie ein kleineres Gebiet, gröbere Pixel oder eine Datei.</translation>
    </message>
    <message>
      <location filename="../../plugin/layers.py" />
      <source>The layer "{layer}" cannot be rendered.</source>
      <translation>Der Layer „{layer}“ kann nicht gezeichnet werden.</translation>
    </message>
    <message>
      <location filename="../../plugin/layers.py" />
      <source>The layer "{layer}" could not be fetched ({reason}). Check the connection.</source>
      <translation>Der Layer „{layer}“ konnte nicht geholt werden ({reason}). Prüfen Sie die Verbindung.</translation>
    </message>
    <message>
      <location filename="../../plugin/live.py" />
      <source>{phrase} (searching …)</source>
      <translation>{phrase} (wird gesucht …)</translation>
    </message>
    <message>
      <location filename="../../plugin/live.py" />
      <source>{phrase} (unfinished)</source>
      <translation>{phrase} (unfertig)</translation>
    </message>
    <message>
      <location filename="../../plugin/looks.py" />
      <source>Look at the bands</source>
      <translation>Kanäle ansehen</translation>
    </message>
    <message>
      <location filename="../../plugin/looks.py" />
      <source>About what the model sees: the middle of the visible map in these bands and this stretch.</source>
      <translation>Etwa das, was das Modell sieht: die Mitte der sichtbaren Karte in diesen Kanälen und mit dieser Streckung.</translation>
    </message>
    <message>
      <location filename="../../plugin/looks.py" />
      <source>Chooses the bands by name.</source>
      <translation>Wählt die Kanäle nach Namen.</translation>
    </message>
    <message>
      <location filename="../../plugin/looks.py" />
      <source>Chooses percentiles or values.</source>
      <translation>Wählt Perzentile oder Werte.</translation>
    </message>
    <message>
      <location filename="../../plugin/looks.py" />
      <location filename="../../plugin/wording.py" />
      <source>Automatic</source>
      <translation>Automatisch</translation>
    </message>
    <message>
      <location filename="../../plugin/looks.py" />
      <source>Values …</source>
      <translation>Werte …</translation>
    </message>
    <message>
      <location filename="../../plugin/looks.py" />
      <source>no picture</source>
      <translation>kein Bild</translation>
    </message>
    <message>
      <location filename="../../plugin/looks.py" />
      <location filename="../../plugin/stretch.py" />
      <source>Red</source>
      <translation>Rot</translation>
    </message>
    <message>
      <location filename="../../plugin/looks.py" />
      <location filename="../../plugin/stretch.py" />
      <source>Green</source>
      <translation>Grün</translation>
    </message>
    <message>
      <location filename="../../plugin/looks.py" />
      <location filename="../../plugin/stretch.py" />
      <source>Blue</source>
      <translation>Blau</translation>
    </message>
    <message>
      <location filename="../../plugin/looks.py" />
      <source>Values as QGIS shows them</source>
      <translation>Werte, wie QGIS sie zeigt</translation>
    </message>
    <message>
      <location filename="../../plugin/looks.py" />
      <source>As QGIS shows them ({bands})</source>
      <translation>Wie QGIS sie zeigt ({bands})</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>Something went wrong. The message log has the details.</source>
      <translation>Etwas ist schiefgegangen. Das Protokoll enthält die Einzelheiten.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>A setting has a value that cannot be used. Correct it and run again.</source>
      <translation>Eine Einstellung hat einen Wert, der nicht verwendet werden kann. Berichtigen Sie ihn und starten Sie erneut.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>A phrase is empty or too long. Describe in a few words what to find, as in "white cars".</source>
      <translation>Eine Phrase ist leer oder zu lang. Beschreiben Sie in wenigen englischen Wörtern, was gefunden werden soll, etwa "white cars".</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The extent is empty or not a rectangle. Draw it again, or search the whole layer.</source>
      <translation>Die Ausdehnung ist leer oder kein Rechteck. Zeichnen Sie sie neu, oder durchsuchen Sie den ganzen Layer.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The extent does not touch the raster. Move the map there, or search the whole layer.</source>
      <translation>Die Ausdehnung berührt das Raster nicht. Bewegen Sie die Karte dorthin, oder durchsuchen Sie den ganzen Layer.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The raster lacks one of the bands asked for. Choose bands that it has.</source>
      <translation>Dem Raster fehlt einer der verlangten Kanäle. Wählen Sie Kanäle, die es hat.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>There is no such model. Choose one from the list.</source>
      <translation>Ein solches Modell gibt es nicht. Wählen Sie eines aus der Liste.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The raster cannot be read. Check that the file is there and opens in QGIS.</source>
      <translation>Das Raster kann nicht gelesen werden. Prüfen Sie, ob die Datei da ist und sich in QGIS öffnen lässt.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>This kind of raster cannot be searched. Use imagery with one, three or more bands.</source>
      <translation>Diese Art Raster kann nicht durchsucht werden. Nehmen Sie Bilddaten mit einem, drei oder mehr Kanälen.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>There are no pixels with data here. Choose another area or another layer.</source>
      <translation>Hier gibt es keine Pixel mit Daten. Wählen Sie ein anderes Gebiet oder einen anderen Layer.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The mask holds no readable polygon. Select polygons, or search without a mask.</source>
      <translation>Die Maske enthält kein lesbares Polygon. Wählen Sie Polygone, oder suchen Sie ohne Maske.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The results cannot be written there. Choose a folder that you may write to.</source>
      <translation>Dorthin können die Ergebnisse nicht geschrieben werden. Wählen Sie einen Ordner, in den Sie schreiben dürfen.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The output file is in use. Remove its layers from the project, or choose another name.</source>
      <translation>Die Ausgabedatei wird gerade benutzt. Entfernen Sie ihre Layer aus dem Projekt, oder wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>What lies there is no untouched result of a search and is not replaced. Choose another file, or tick “Replace the output whatever it holds”.</source>
      <translation>Was dort liegt, ist kein unverändertes Ergebnis einer Suche und wird nicht ersetzt. Wählen Sie eine andere Datei, oder setzen Sie das Häkchen bei „Ausgabe ersetzen, was immer sie enthält“.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The disk is full. Make room, or write the results to another disk.</source>
      <translation>Der Datenträger ist voll. Schaffen Sie Platz, oder schreiben Sie die Ergebnisse auf einen anderen.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>This area needs too many tiles of an online layer. Choose a smaller area or a file.</source>
      <translation>Dieses Gebiet braucht zu viele Kacheln eines Online-Layers. Wählen Sie ein kleineres Gebiet oder eine Datei.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>This layer cannot be read or rendered. Export it as a GeoTIFF and use that.</source>
      <translation>Dieser Layer kann weder gelesen noch gezeichnet werden. Exportieren Sie ihn als GeoTIFF und verwenden Sie dieses.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>Cancelled before anything was finished. Nothing was written.</source>
      <translation>Abgebrochen, bevor etwas fertig war. Nichts wurde geschrieben.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The model's weights are not on this machine. Fetch them, or choose the bundled model.</source>
      <translation>Die Gewichte des Modells sind nicht auf diesem Rechner. Holen Sie sie, oder wählen Sie das mitgelieferte Modell.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The weight file is damaged or belongs to another model. Fetch it again.</source>
      <translation>Die Gewichtsdatei ist beschädigt oder gehört zu einem anderen Modell. Holen Sie sie erneut.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The download failed. Check the connection and the proxy settings, then try again.</source>
      <translation>Der Download ist gescheitert. Prüfen Sie Verbindung und Proxy-Einstellungen, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>That processor is not available here. Choose “Automatic” or “CPU” as device.</source>
      <translation>Dieser Prozessor ist hier nicht verfügbar. Wählen Sie „Automatisch“ oder „CPU“ als Gerät.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>Memory ran out. Close other programs, choose a smaller area, or use the CPU.</source>
      <translation>Der Arbeitsspeicher reichte nicht. Schließen Sie andere Programme, wählen Sie ein kleineres Gebiet, oder nehmen Sie die CPU.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The model's environment is not set up yet. Press “Set up” in the RRSIS panel.</source>
      <translation>Die Umgebung des Modells ist noch nicht eingerichtet. Drücken Sie „Einrichten“ im RRSIS-Bedienfeld.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The model's environment does not work. Set it up again in the RRSIS panel.</source>
      <translation>Die Umgebung des Modells funktioniert nicht. Richten Sie sie im RRSIS-Bedienfeld neu ein.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The model's process ended unexpectedly. Run again, or try a smaller area or the CPU.</source>
      <translation>Der Prozess des Modells endete unerwartet. Starten Sie erneut, oder versuchen Sie ein kleineres Gebiet oder die CPU.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The model's process does not answer. Run again; the message log has the details.</source>
      <translation>Der Prozess des Modells antwortet nicht. Starten Sie erneut; das Protokoll enthält die Einzelheiten.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The environment belongs to another version. Set it up again in the RRSIS panel.</source>
      <translation>Die Umgebung gehört zu einer anderen Version. Richten Sie sie im RRSIS-Bedienfeld neu ein.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>This is a defect of the plugin. Please report it with the details from the message log.</source>
      <translation>Das ist ein Fehler der Erweiterung. Bitte melden Sie ihn mit den Einzelheiten aus dem Protokoll.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The training data do not have the expected layout. Check the folder.</source>
      <translation>Die Trainingsdaten sind nicht wie erwartet angeordnet. Prüfen Sie den Ordner.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The training configuration has an unknown or mistyped setting. Correct it.</source>
      <translation>Die Trainingskonfiguration hat eine unbekannte oder falsch geschriebene Einstellung. Berichtigen Sie sie.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The training cannot go on. Lower the learning rate, or check the data.</source>
      <translation>Das Training kann nicht weitergehen. Senken Sie die Lernrate, oder prüfen Sie die Daten.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The data set could not be checked against its published description.</source>
      <translation>Der Datensatz konnte nicht mit seiner veröffentlichten Beschreibung verglichen werden.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>A sample could not be read and was left out.</source>
      <translation>Ein Beispiel konnte nicht gelesen werden und wurde ausgelassen.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>Something is unusual; the message log has the details.</source>
      <translation>Etwas ist ungewöhnlich; das Protokoll enthält die Einzelheiten.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The raster has no coordinate reference system: areas and lengths rest on an assumed pixel size.</source>
      <translation>Das Raster hat kein Koordinatenbezugssystem: Flächen und Längen beruhen auf einer angenommenen Pixelgröße.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The raster has one band; the model sees it in shades of grey.</source>
      <translation>Das Raster hat einen Kanal; das Modell sieht es in Graustufen.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The pixels are coarser than the model knows; small objects will be missed.</source>
      <translation>Die Pixel sind gröber, als das Modell sie kennt; kleine Objekte werden übersehen.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>A phrase is longer than the model reads; its end was ignored.</source>
      <translation>Eine Phrase ist länger, als das Modell liest; ihr Ende blieb unbeachtet.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The model knows no word of a phrase. Write it in English, in common words.</source>
      <translation>Das Modell kennt kein Wort einer Phrase. Schreiben Sie sie auf Englisch, in gebräuchlichen Wörtern.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>What the phrase measures from was not found; look for it alone, or name it otherwise.</source>
      <translation>Wovon aus die Phrase misst, wurde nicht gefunden; suchen Sie es allein oder nennen Sie es anders.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>Nothing was found. Lower the threshold, reword the phrase, or use finer imagery.</source>
      <translation>Nichts wurde gefunden. Senken Sie den Schwellenwert, formulieren Sie die Phrase um, oder nehmen Sie feinere Bilddaten.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>A part of the raster could not be read; there is no result there.</source>
      <translation>Ein Teil des Rasters konnte nicht gelesen werden; dort gibt es kein Ergebnis.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The file could no longer be replaced; the results were written beside it.</source>
      <translation>Die Datei konnte nicht mehr ersetzt werden; die Ergebnisse wurden daneben geschrieben.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The search that was cut off went on from the rows that it had finished.</source>
      <translation>Die abgebrochene Suche ging von den Zeilen aus weiter, die sie schon fertig hatte.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>Beside the file lie finished rows of another search that was cut off.</source>
      <translation>Neben der Datei liegen fertige Zeilen einer anderen, abgebrochenen Suche.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>Memory ran short; the work went on in smaller steps.</source>
      <translation>Der Arbeitsspeicher wurde knapp; es ging in kleineren Schritten weiter.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The graphics processor could not be used; the CPU was used instead.</source>
      <translation>Der Grafikprozessor konnte nicht benutzt werden; stattdessen wurde die CPU benutzt.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>Something about the raster was assumed; the message log has the details.</source>
      <translation>Etwas über das Raster wurde angenommen; das Protokoll enthält die Einzelheiten.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>What was finished is kept in {file}: the same search goes on from there.</source>
      <translation>Was fertig war, liegt in {file}: dieselbe Suche geht von dort aus weiter.</translation>
    </message>
    <message>
      <location filename="../../plugin/model_action.py" />
      <source>Open a copy in the model designer</source>
      <translation>Kopie in der Modellierung öffnen</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>ready</source>
      <translation>bereit</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>to fetch</source>
      <translation>zu holen</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>missing: add weights of your own</source>
      <translation>fehlt: eigene Gewichte hinzufügen</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>to fetch in the toolbox with its SHA-256, or to add</source>
      <translation>in der Werkzeugkiste mit SHA-256 zu holen, oder hinzuzufügen</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>no licence stated</source>
      <translation>keine Lizenz genannt</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>looks at {low} m a pixel</source>
      <translation>sieht {low} m je Pixel</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>looks at {low} to {high} m a pixel</source>
      <translation>sieht {low} bis {high} m je Pixel</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>of unknown size</source>
      <translation>unbekannter Größe</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>{size:.1f} GB</source>
      <translation>{size:.1f} GB</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>not verified</source>
      <translation>nicht geprüft</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>Fetch the weights of {model}?

From: {repository}
Size: {size}
Licence: {licence}
Trained on: {data}

They are checked against their published SHA-256. A download that breaks off goes on the next time.</source>
      <translation>Gewichte von {model} holen?

Von: {repository}
Größe: {size}
Lizenz: {licence}
Trainiert mit: {data}

Sie werden gegen ihren veröffentlichten SHA-256-Wert geprüft. Ein abgebrochener Download geht beim nächsten Mal weiter.</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>Fetch …</source>
      <translation>Holen …</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>Downloads the weights of this model, after saying how large they are.</source>
      <translation>Lädt die Gewichte dieses Modells herunter und sagt vorher, wie groß sie sind.</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>Add weights …</source>
      <translation>Gewichte hinzufügen …</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>Takes a checkpoint file of your own (.pth, .pt, .bin or .safetensors) for this model.</source>
      <translation>Nimmt eine eigene Checkpoint-Datei (.pth, .pt, .bin oder .safetensors) für dieses Modell.</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>How much of the weights has come.</source>
      <translation>Wie viel der Gewichte angekommen ist.</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>Stop</source>
      <translation>Anhalten</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>Stops the download; what has come is kept for the next time.</source>
      <translation>Hält den Download an; was angekommen ist, bleibt für das nächste Mal.</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>Fetch</source>
      <translation>Holen</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>Downloads the weights in the background.</source>
      <translation>Lädt die Gewichte im Hintergrund herunter.</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>Not now</source>
      <translation>Jetzt nicht</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>Fetches nothing.</source>
      <translation>Lädt nichts herunter.</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>Weights (*.pth *.pt *.bin *.safetensors)</source>
      <translation>Gewichte (*.pth *.pt *.bin *.safetensors)</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>{size:.0f} MB</source>
      <translation>{size:.0f} MB</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>code: {licence}</source>
      <translation>Code: {licence}</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>not stated</source>
      <translation>nicht genannt</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>device: {device}</source>
      <translation>Gerät: {device}</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>Weights for {model}</source>
      <translation>Gewichte für {model}</translation>
    </message>
    <message>
      <location filename="../../plugin/model_task.py" />
      <source>Get the weights of {model}</source>
      <translation>Gewichte von {model} holen</translation>
    </message>
    <message>
      <location filename="../../plugin/options.py" />
      <source>Interpreter for the models; leave it empty for the environment set up by the panel.</source>
      <translation>Interpreter für die Modelle; leer gilt die Umgebung, die das Bedienfeld einrichtet.</translation>
    </message>
    <message>
      <location filename="../../plugin/options.py" />
      <source>Python of the models</source>
      <translation>Python der Modelle</translation>
    </message>
    <message>
      <location filename="../../plugin/options.py" />
      <source>Where models run.</source>
      <translation>Wo Modelle laufen.</translation>
    </message>
    <message>
      <location filename="../../plugin/options.py" />
      <source>Larger areas of a layer that is no file are refused before anything is fetched.</source>
      <translation>Größere Gebiete eines Layers, der keine Datei ist, werden abgelehnt, bevor etwas geholt wird.</translation>
    </message>
    <message>
      <location filename="../../plugin/plugin.py" />
      <source>Find by phrase</source>
      <translation>Finden nach Phrase</translation>
    </message>
    <message>
      <location filename="../../plugin/preview.py" />
      <source>The imagery is not in the visible map. Zoom to it, then a preview can be made.</source>
      <translation>Die Bilddaten liegen nicht in der sichtbaren Karte. Zoomen Sie dorthin, dann ist eine Vorschau möglich.</translation>
    </message>
    <message>
      <location filename="../../plugin/preview.py" />
      <source>Looking …</source>
      <translation>Wird angesehen …</translation>
    </message>
    <message>
      <location filename="../../plugin/preview.py" />
      <source>Preview {phrases}</source>
      <translation>Vorschau von {phrases}</translation>
    </message>
    <message>
      <location filename="../../plugin/preview.py" />
      <source>Preview: {found}</source>
      <translation>Vorschau: {found}</translation>
    </message>
    <message>
      <location filename="../../plugin/probabilities.py" />
      <source>Probability of {phrase}</source>
      <translation>Wahrscheinlichkeit von {phrase}</translation>
    </message>
    <message>
      <location filename="../../plugin/project_file.py" />
      <source>it is no GeoPackage</source>
      <translation>es ist kein GeoPackage</translation>
    </message>
    <message>
      <location filename="../../plugin/project_file.py" />
      <source>not all objects arrived there</source>
      <translation>es kamen nicht alle Objekte dort an</translation>
    </message>
    <message>
      <location filename="../../plugin/project_file.py" />
      <source>The results cannot be written to "{file}": {reason}</source>
      <translation>Die Ergebnisse können nicht nach „{file}“ geschrieben werden: {reason}</translation>
    </message>
    <message>
      <location filename="../../plugin/provider.py" />
      <source>RRSIS: find objects by phrase</source>
      <translation>RRSIS: Objekte nach Phrase finden</translation>
    </message>
    <message>
      <location filename="../../plugin/queue_panel.py" />
      <source>These searches begin one after the other.</source>
      <translation>Diese Suchen beginnen eine nach der anderen.</translation>
    </message>
    <message>
      <location filename="../../plugin/queue_panel.py" />
      <source>Waiting searches</source>
      <translation>Wartende Suchen</translation>
    </message>
    <message>
      <location filename="../../plugin/queue_panel.py" />
      <source>Remove from the queue</source>
      <translation>Aus der Warteschlange nehmen</translation>
    </message>
    <message>
      <location filename="../../plugin/queue_panel.py" />
      <source>Takes the chosen search out of the queue; the Delete key does so too.</source>
      <translation>Nimmt die gewählte Suche aus der Warteschlange; die Entf-Taste auch.</translation>
    </message>
    <message>
      <location filename="../../plugin/queue_panel.py" />
      <source>Waiting: {count}</source>
      <translation>Es warten: {count}</translation>
    </message>
    <message>
      <location filename="../../plugin/recipe.py" />
      <source>The clipboard holds no recipe. Copy one from the panel or from a message first.</source>
      <translation>Die Zwischenablage enthält kein Rezept. Kopieren Sie zuerst eines aus dem Bedienfeld oder aus einer Nachricht.</translation>
    </message>
    <message>
      <location filename="../../plugin/recipe.py" />
      <source>The recipe holds a value that cannot be read: {name} is {value}.</source>
      <translation>Das Rezept enthält einen Wert, der nicht zu lesen ist: {name} ist {value}.</translation>
    </message>
    <message>
      <location filename="../../plugin/results.py" />
      <source>The results can be written neither to "{file}" nor to "{folder}". Make room there, then run again.</source>
      <translation>Die Ergebnisse können weder nach „{file}“ noch nach „{folder}“ geschrieben werden. Schaffen Sie dort Platz, und starten Sie erneut.</translation>
    </message>
    <message>
      <location filename="../../plugin/results.py" />
      <source>"{phrase}", found by {model} at {gsd:.2f} m a pixel (run {run}).</source>
      <translation>„{phrase}“, gefunden von {model} bei {gsd:.2f} m je Pixel (Lauf {run}).</translation>
    </message>
    <message>
      <location filename="../../plugin/results.py" />
      <source>"{file}" cannot be written: the results are kept in "{kept}".</source>
      <translation>„{file}“ kann nicht geschrieben werden: Die Ergebnisse liegen in „{kept}“.</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Lower finds more, higher is surer. The model is not run again.</source>
      <translation>Niedriger findet mehr, höher ist sicherer. Das Modell läuft nicht noch einmal.</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Probability from which a pixel belongs to an object.</source>
      <translation>Wahrscheinlichkeit, ab der ein Pixel zu einem Objekt gehört.</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Smaller polygons are dropped.</source>
      <translation>Kleinere Polygone entfallen.</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Holes up to this size are filled.</source>
      <translation>Löcher bis zu dieser Größe werden gefüllt.</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Outlines may move by as much, and lose corners in return.</source>
      <translation>Umrisse dürfen um so viel abweichen und verlieren dafür Ecken.</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>automatic</source>
      <translation>automatisch</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Right angles</source>
      <translation>Rechte Winkel</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>For things that people made: outlines become rectangular where that fits.</source>
      <translation>Für Dinge, die Menschen gemacht haben: Umrisse werden rechtwinklig, wo das passt.</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Part touching objects</source>
      <translation>Berührende Objekte trennen</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Objects that touch are parted along the valley between their peaks.</source>
      <translation>Objekte, die sich berühren, werden entlang des Tals zwischen ihren Gipfeln getrennt.</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Smallest area</source>
      <translation>Kleinste Fläche</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Fill holes up to</source>
      <translation>Löcher füllen bis</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Smooth outlines by</source>
      <translation>Umrisse glätten um</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Accepted.</source>
      <translation>Angenommen.</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <location filename="../../plugin/verdicts.py" />
      <source>Undo</source>
      <translation>Zurück</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Goes back to the settings before the last change.</source>
      <translation>Kehrt zu den Einstellungen vor der letzten Änderung zurück.</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Redo</source>
      <translation>Vor</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Goes forward again to the settings that were undone.</source>
      <translation>Geht wieder vor zu den Einstellungen, die zurückgenommen wurden.</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Accept</source>
      <translation>Annehmen</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Keeps the objects as they are and ends the review.</source>
      <translation>Behält die Objekte, wie sie sind, und beendet die Prüfung.</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Review again</source>
      <translation>Erneut prüfen</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Shows the controls again.</source>
      <translation>Zeigt die Bedienelemente wieder.</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Discard</source>
      <translation>Verwerfen</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Takes the layer out of the project; for a moment that can be undone.</source>
      <translation>Nimmt den Layer aus dem Projekt; einen Moment lang lässt sich das zurücknehmen.</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Append to</source>
      <translation>Anhängen</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Copies the objects into another polygon layer of the project.</source>
      <translation>Kopiert die Objekte in einen anderen Polygonlayer des Projekts.</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Probability</source>
      <translation>Sicherheit</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Shows below the objects how sure the model is at each place, or hides it again.</source>
      <translation>Zeigt unter den Objekten, wie sicher das Modell an jeder Stelle ist, oder blendet das wieder aus.</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Review “{phrase}”</source>
      <translation>„{phrase}“ prüfen</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>No other polygon layer can be edited</source>
      <translation>Kein anderer Polygonlayer ist bearbeitbar</translation>
    </message>
    <message>
      <location filename="../../plugin/review_task.py" />
      <source>Review {phrases}</source>
      <translation>{phrases} prüfen</translation>
    </message>
    <message>
      <location filename="../../plugin/review_task.py" />
      <source>"{file}" is gone. Bring it back, or search again and take this layer out.</source>
      <translation>„{file}“ ist nicht mehr da. Holen Sie die Datei zurück, oder suchen Sie erneut und entfernen Sie diesen Layer.</translation>
    </message>
    <message>
      <location filename="../../plugin/review_task.py" />
      <source>"{file}" cannot be changed: another program may have it open, or you may not write there. See to that, then try again.</source>
      <translation>"{file}" kann nicht geändert werden: Vielleicht hat ein anderes Programm die Datei geöffnet, oder Sie dürfen dort nicht schreiben. Beheben Sie das, und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
      <location filename="../../plugin/review_task.py" />
      <source>"{file}" cannot be changed ({reason}). Close it in other programs, then try again.</source>
      <translation>"{file}" kann nicht geändert werden ({reason}). Schließen Sie die Datei in anderen Programmen, und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
      <location filename="../../plugin/runner.py" />
      <source>Stopping, and keeping what was found …</source>
      <translation>Wird angehalten, Gefundenes wird gesichert …</translation>
    </message>
    <message>
      <location filename="../../plugin/runner.py" />
      <source>Starting …</source>
      <translation>Wird gestartet …</translation>
    </message>
    <message>
      <location filename="../../plugin/runner.py" />
      <source>Make a report for those who help</source>
      <translation>Bericht für Helfende erstellen</translation>
    </message>
    <message>
      <location filename="../../plugin/runner.py" />
      <source>Looking at the environment …</source>
      <translation>Die Umgebung wird angesehen …</translation>
    </message>
    <message>
      <location filename="../../plugin/runner.py" />
      <source>The report is on the clipboard.</source>
      <translation>Der Bericht ist in der Zwischenablage.</translation>
    </message>
    <message>
      <location filename="../../plugin/runner.py" />
      <location filename="../../plugin/task.py" />
      <source>Add to this project</source>
      <translation>Diesem Projekt hinzufügen</translation>
    </message>
    <message>
      <location filename="../../plugin/runner.py" />
      <source>Shows the layers in the project that is open now.</source>
      <translation>Zeigt die Layer im jetzt geöffneten Projekt.</translation>
    </message>
    <message>
      <location filename="../../plugin/runner.py" />
      <source>Makes polygons anew with this threshold; the model is not run again.</source>
      <translation>Bildet Polygone neu mit diesem Schwellenwert; das Modell läuft nicht noch einmal.</translation>
    </message>
    <message>
      <location filename="../../plugin/runner.py" />
      <source>Waiting for other tasks of QGIS …</source>
      <translation>Wartet auf andere Aufgaben von QGIS …</translation>
    </message>
    <message numerus="yes">
      <location filename="../../plugin/runner.py" />
      <source>%n objects found before then stay in temporary layers; save them if you need them.</source>
      <translation>
        <numerusform>%n vorher gefundenes Objekt bleibt in einem temporären Layer; speichern Sie es, wenn Sie es brauchen.</numerusform>
        <numerusform>%n vorher gefundene Objekte bleiben in temporären Layern; speichern Sie sie, wenn Sie sie brauchen.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../plugin/runner.py" />
      <source>Found {found}, for a project that was closed meanwhile. The layers are in "{file}".</source>
      <translation>{found} gefunden, für ein Projekt, das inzwischen geschlossen wurde. Die Layer sind in "{file}".</translation>
    </message>
    <message>
      <location filename="../../plugin/runner.py" />
      <source>Begins when what was found before is kept …</source>
      <translation>Beginnt, sobald das zuvor Gefundene gesichert ist …</translation>
    </message>
    <message>
      <location filename="../../plugin/runner.py" />
      <source>The layer is being edited. Save or discard the edits first.</source>
      <translation>Der Layer wird gerade bearbeitet. Speichern oder verwerfen Sie zuerst die Änderungen.</translation>
    </message>
    <message>
      <location filename="../../plugin/runner.py" />
      <source>{found} in {time}</source>
      <translation>{found} in {time}</translation>
    </message>
    <message>
      <location filename="../../plugin/runner.py" />
      <source>{found} → {file}</source>
      <translation>{found} → {file}</translation>
    </message>
    <message>
      <location filename="../../plugin/runner.py" />
      <source>Lower it to {threshold:.0%}</source>
      <translation>Auf {threshold:.0%} senken</translation>
    </message>
    <message>
      <location filename="../../plugin/runner.py" />
      <location filename="../../plugin/wording.py" />
      <source>{count} × {phrase}</source>
      <translation>{count} × {phrase}</translation>
    </message>
    <message>
      <location filename="../../plugin/runner.py" />
      <source>Found {found}.</source>
      <translation>Gefunden: {found}.</translation>
    </message>
    <message>
      <location filename="../../plugin/runner.py" />
      <source>Nothing was found for {phrases}. Choose a layer to see what a lower threshold brings.</source>
      <translation>Für {phrases} wurde nichts gefunden. Wählen Sie einen Layer, um zu sehen, was ein niedrigerer Schwellenwert bringt.</translation>
    </message>
    <message>
      <location filename="../../plugin/setup.py" />
      <source>Preparing</source>
      <translation>Vorbereitung</translation>
    </message>
    <message>
      <location filename="../../plugin/setup.py" />
      <source>Looking for the installer</source>
      <translation>Das Installationsprogramm wird gesucht</translation>
    </message>
    <message>
      <location filename="../../plugin/setup.py" />
      <source>Making the environment</source>
      <translation>Die Umgebung wird angelegt</translation>
    </message>
    <message>
      <location filename="../../plugin/setup.py" />
      <source>Downloading and installing packages</source>
      <translation>Pakete werden heruntergeladen und installiert</translation>
    </message>
    <message>
      <location filename="../../plugin/setup.py" />
      <source>Trying the environment</source>
      <translation>Die Umgebung wird ausprobiert</translation>
    </message>
    <message>
      <location filename="../../plugin/setup.py" />
      <source>Ready</source>
      <translation>Fertig</translation>
    </message>
    <message>
      <location filename="../../plugin/setup.py" />
      <source>Setting up was cancelled. What was downloaded is kept for the next time.</source>
      <translation>Das Einrichten wurde abgebrochen. Was heruntergeladen ist, bleibt für das nächste Mal.</translation>
    </message>
    <message>
      <location filename="../../plugin/setup.py" />
      <source>There is not enough room on the disk. Free some, then set up again.</source>
      <translation>Auf der Festplatte ist nicht genug Platz. Schaffen Sie Platz und richten Sie noch einmal ein.</translation>
    </message>
    <message>
      <location filename="../../plugin/setup.py" />
      <source>The proxy refuses the connection. Check its address and password (HTTPS_PROXY).</source>
      <translation>Der Proxy lehnt die Verbindung ab. Prüfen Sie seine Adresse und sein Passwort (HTTPS_PROXY).</translation>
    </message>
    <message>
      <location filename="../../plugin/setup.py" />
      <source>The connection's certificate is not trusted. Name your organisation's own in SSL_CERT_FILE.</source>
      <translation>Dem Zertifikat der Verbindung wird nicht vertraut. Geben Sie das Ihrer Organisation in SSL_CERT_FILE an.</translation>
    </message>
    <message>
      <location filename="../../plugin/setup.py" />
      <source>The package index cannot be reached. Check the network, then set up again: what was downloaded is kept.</source>
      <translation>Der Paketindex ist nicht erreichbar. Prüfen Sie das Netz und richten Sie noch einmal ein: was heruntergeladen ist, bleibt.</translation>
    </message>
    <message>
      <location filename="../../plugin/setup.py" />
      <source>No Python 3.11 or newer was found. Install one, then set up again.</source>
      <translation>Es wurde kein Python ab 3.11 gefunden. Installieren Sie eines und richten Sie noch einmal ein.</translation>
    </message>
    <message>
      <location filename="../../plugin/setup.py" />
      <source>A system library is missing. Install the Microsoft Visual C++ runtime (x64).</source>
      <translation>Es fehlt eine Systembibliothek. Installieren Sie die Microsoft Visual C++ Runtime (x64).</translation>
    </message>
    <message>
      <location filename="../../plugin/setup.py" />
      <source>A file or folder is held or forbidden. Close other QGIS windows, then set up again.</source>
      <translation>Eine Datei oder ein Ordner ist gesperrt oder nicht erlaubt. Schließen Sie andere QGIS-Fenster und richten Sie noch einmal ein.</translation>
    </message>
    <message>
      <location filename="../../plugin/setup.py" />
      <source>PyTorch is made for 64-bit Linux and Windows, and for macOS 14 on Apple silicon.</source>
      <translation>PyTorch gibt es für 64-Bit-Linux und -Windows sowie für macOS 14 auf Apple-Prozessoren.</translation>
    </message>
    <message>
      <location filename="../../plugin/setup.py" />
      <source>Another window is setting it up. Wait until it is done.</source>
      <translation>Ein anderes Fenster richtet gerade ein. Warten Sie, bis es fertig ist.</translation>
    </message>
    <message>
      <location filename="../../plugin/setup.py" />
      <source>The environment is ready: describe what to find.</source>
      <translation>Die Umgebung ist bereit: Beschreiben Sie, was gefunden werden soll.</translation>
    </message>
    <message>
      <location filename="../../plugin/setup.py" />
      <source>The whole log: {file}</source>
      <translation>Das ganze Protokoll: {file}</translation>
    </message>
    <message>
      <location filename="../../plugin/setup.py" />
      <source>The models need an environment of their own (PyTorch and other packages), set up once.
Download and disk: about {size:.1f} GB
Folder: {folder}</source>
      <translation>Die Modelle brauchen eine eigene Umgebung (PyTorch und andere Pakete), die einmal eingerichtet wird.
Download und Platz: etwa {size:.1f} GB
Ordner: {folder}</translation>
    </message>
    <message>
      <location filename="../../plugin/setup_task.py" />
      <source>Set up the environment of RRSIS</source>
      <translation>Umgebung von RRSIS einrichten</translation>
    </message>
    <message>
      <location filename="../../plugin/stretch.py" />
      <source>Stretch by values</source>
      <translation>Nach Werten strecken</translation>
    </message>
    <message>
      <location filename="../../plugin/stretch.py" />
      <source>Black</source>
      <translation>Schwarz</translation>
    </message>
    <message>
      <location filename="../../plugin/stretch.py" />
      <source>White</source>
      <translation>Weiß</translation>
    </message>
    <message>
      <location filename="../../plugin/stretch.py" />
      <source>A value of the file; the picture in the panel shows what it does.</source>
      <translation>Ein Wert der Datei; das Bild im Bedienfeld zeigt, was er bewirkt.</translation>
    </message>
    <message>
      <location filename="../../plugin/stretch.py" />
      <source>The stretch "{text}" is neither two percentiles, such as 2,98, nor values, such as =0,1800.</source>
      <translation>Die Streckung „{text}“ besteht weder aus zwei Perzentilen, etwa 2,98, noch aus Werten, etwa =0,1800.</translation>
    </message>
    <message>
      <location filename="../../plugin/stretch.py" />
      <source>Takes these values.</source>
      <translation>Übernimmt diese Werte.</translation>
    </message>
    <message>
      <location filename="../../plugin/stretch.py" />
      <source>Leaves the values as they were.</source>
      <translation>Lässt die Werte, wie sie waren.</translation>
    </message>
    <message>
      <location filename="../../plugin/task.py" />
      <source>Find {phrases}</source>
      <translation>{phrases} finden</translation>
    </message>
    <message numerus="yes">
      <location filename="../../plugin/verdicts.py" />
      <source>%n objects were appended to “{layer}”. Choose that layer to save its edits, or to undo them with Ctrl+Z.</source>
      <translation>
        <numerusform>%n Objekt wurde an „{layer}“ angehängt. Wählen Sie diesen Layer, um die Änderungen zu speichern oder mit Strg+Z rückgängig zu machen.</numerusform>
        <numerusform>%n Objekte wurden an „{layer}“ angehängt. Wählen Sie diesen Layer, um die Änderungen zu speichern oder mit Strg+Z rückgängig zu machen.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../plugin/verdicts.py" />
      <source>Delete discarded objects</source>
      <translation>Verworfene Objekte löschen</translation>
    </message>
    <message>
      <location filename="../../plugin/verdicts.py" />
      <source>Brings the layer back.</source>
      <translation>Bringt den Layer zurück.</translation>
    </message>
    <message>
      <location filename="../../plugin/verdicts.py" />
      <source>“{layer}” was discarded.</source>
      <translation>„{layer}“ wurde verworfen.</translation>
    </message>
    <message>
      <location filename="../../plugin/verdicts.py" />
      <source>The discarded layer "{table}" is still in {file}: {reason}</source>
      <translation>Der verworfene Layer „{table}“ ist noch in {file}: {reason}</translation>
    </message>
    <message numerus="yes">
      <location filename="../../plugin/wording.py" />
      <source>{found}, {count} for %n other phrases</source>
      <translation>
        <numerusform>{found}, {count} für %n weitere Phrase</numerusform>
        <numerusform>{found}, {count} für %n weitere Phrasen</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../plugin/wording.py" />
      <source>{phrases} and {count} more</source>
      <translation>{phrases} und {count} weitere</translation>
    </message>
    <message>
      <location filename="../../plugin/wording.py" />
      <source>{model} (bundled)</source>
      <translation>{model} (mitgeliefert)</translation>
    </message>
    <message>
      <source>&lt;p&gt;Describe what to find, in English, one phrase a line; each becomes a layer of its own.&lt;/p&gt;&lt;p&gt;Examples:&lt;/p&gt;&lt;ul&gt;&lt;li&gt;white cars&lt;/li&gt;&lt;li&gt;buildings with a tin roof&lt;/li&gt;&lt;li&gt;trees along the road&lt;/li&gt;&lt;li&gt;the largest building on the left&lt;/li&gt;&lt;/ul&gt;&lt;p&gt;The bundled model runs on any laptop, offline. The other models need their weights.&lt;/p&gt;&lt;p&gt;&lt;strong&gt;Threshold&lt;/strong&gt;: lower finds more, higher is surer. Keep the &lt;strong&gt;probability raster&lt;/strong&gt; to change the threshold later without running the model again (“Re-threshold”).&lt;/p&gt;&lt;p&gt;&lt;strong&gt;Extent&lt;/strong&gt; and &lt;strong&gt;mask&lt;/strong&gt; (selected polygons) bound the search. &lt;strong&gt;Bands&lt;/strong&gt; are the numbers shown to the model as red, green and blue, such as 4,3,2. &lt;strong&gt;Stretch&lt;/strong&gt; is the pair of percentiles shown as black and white, such as 2,98; 8-bit imagery needs none.&lt;/p&gt;&lt;p&gt;The model’s environment is set up once with the button “Set up” in the RRSIS panel (View › Panels › RRSIS), or with &lt;code&gt;make setup&lt;/code&gt; in a checkout.&lt;/p&gt;&lt;p&gt;On the command line:&lt;br&gt;&lt;code&gt;qgis_process run rrsis:segmentbyphrase -- INPUT=ortho.tif PHRASES="white cars" OUTPUT=cars.gpkg&lt;/code&gt;&lt;/p&gt;</source>
      <translation type="vanished">&lt;p&gt;Beschreiben Sie auf Englisch, was gefunden werden soll, eine Phrase je Zeile; jede wird ein eigener Layer.&lt;/p&gt;&lt;p&gt;Beispiele:&lt;/p&gt;&lt;ul&gt;&lt;li&gt;white cars&lt;/li&gt;&lt;li&gt;buildings with a tin roof&lt;/li&gt;&lt;li&gt;trees along the road&lt;/li&gt;&lt;li&gt;the largest building on the left&lt;/li&gt;&lt;/ul&gt;&lt;p&gt;Das mitgelieferte Modell läuft auf jedem Laptop, ohne Internet. Die anderen Modelle brauchen ihre Gewichte.&lt;/p&gt;&lt;p&gt;&lt;strong&gt;Schwellenwert&lt;/strong&gt;: Niedriger findet mehr, höher ist sicherer. Behalten Sie das &lt;strong&gt;Wahrscheinlichkeitsraster&lt;/strong&gt;, um den Schwellenwert später zu ändern, ohne das Modell erneut laufen zu lassen („Neuer Schwellenwert“).&lt;/p&gt;&lt;p&gt;&lt;strong&gt;Ausdehnung&lt;/strong&gt; und &lt;strong&gt;Maske&lt;/strong&gt; (gewählte Polygone) begrenzen die Suche. &lt;strong&gt;Kanäle&lt;/strong&gt; sind die Nummern, die dem Modell als Rot, Grün und Blau gezeigt werden, etwa 4,3,2. &lt;strong&gt;Streckung&lt;/strong&gt; ist das Paar von Perzentilen, die als Schwarz und Weiß gezeigt werden, etwa 2,98; 8-Bit-Bilddaten brauchen keine.&lt;/p&gt;&lt;p&gt;Die Umgebung des Modells wird einmal mit dem Knopf „Einrichten“ im RRSIS-Bedienfeld (Ansicht › Bedienfelder › RRSIS) eingerichtet, oder mit &lt;code&gt;make setup&lt;/code&gt; in einer Arbeitskopie.&lt;/p&gt;&lt;p&gt;Auf der Kommandozeile:&lt;br&gt;&lt;code&gt;qgis_process run rrsis:segmentbyphrase -- INPUT=ortho.tif PHRASES="white cars" OUTPUT=cars.gpkg&lt;/code&gt;&lt;/p&gt;</translation>
    </message>
    <message>
      <source>Stretch (percentiles)</source>
      <translation type="vanished">Streckung (Perzentile)</translation>
    </message>
    <message>
      <source>Chooses the percentiles.</source>
      <translation type="vanished">Wählt die Perzentile.</translation>
    </message>
    <message>
      <source>&lt;p&gt;Describe what to find, in English, one phrase a line; each becomes a layer of its own.&lt;/p&gt;&lt;p&gt;Examples:&lt;/p&gt;&lt;ul&gt;&lt;li&gt;white cars&lt;/li&gt;&lt;li&gt;buildings with a tin roof&lt;/li&gt;&lt;li&gt;trees along the road&lt;/li&gt;&lt;li&gt;the largest building on the left&lt;/li&gt;&lt;/ul&gt;&lt;p&gt;The bundled model runs on any laptop, offline. The other models need their weights.&lt;/p&gt;&lt;p&gt;&lt;strong&gt;Threshold&lt;/strong&gt;: lower finds more, higher is surer. Keep the &lt;strong&gt;probability raster&lt;/strong&gt; to change the threshold later without running the model again (“Re-threshold”).&lt;/p&gt;&lt;p&gt;&lt;strong&gt;Extent&lt;/strong&gt; and &lt;strong&gt;mask&lt;/strong&gt; (selected polygons) bound the search. &lt;strong&gt;Bands&lt;/strong&gt; are the numbers shown to the model as red, green and blue, such as 4,3,2. &lt;strong&gt;Stretch&lt;/strong&gt; is the pair of percentiles shown as black and white, such as 2,98, or values of the file, such as =0,1800; 8-bit imagery needs none.&lt;/p&gt;&lt;p&gt;The model’s environment is set up once with the button “Set up” in the RRSIS panel (View › Panels › RRSIS), or with &lt;code&gt;make setup&lt;/code&gt; in a checkout.&lt;/p&gt;&lt;p&gt;On the command line:&lt;br&gt;&lt;code&gt;qgis_process run rrsis:segmentbyphrase -- INPUT=ortho.tif PHRASES="white cars" OUTPUT=cars.gpkg&lt;/code&gt;&lt;/p&gt;</source>
      <translation type="vanished">&lt;p&gt;Beschreiben Sie auf Englisch, was gefunden werden soll, eine Phrase je Zeile; jede wird ein eigener Layer.&lt;/p&gt;&lt;p&gt;Beispiele:&lt;/p&gt;&lt;ul&gt;&lt;li&gt;white cars&lt;/li&gt;&lt;li&gt;buildings with a tin roof&lt;/li&gt;&lt;li&gt;trees along the road&lt;/li&gt;&lt;li&gt;the largest building on the left&lt;/li&gt;&lt;/ul&gt;&lt;p&gt;Das mitgelieferte Modell läuft auf jedem Laptop, ohne Internet. Die anderen Modelle brauchen ihre Gewichte.&lt;/p&gt;&lt;p&gt;&lt;strong&gt;Schwellenwert&lt;/strong&gt;: Niedriger findet mehr, höher ist sicherer. Behalten Sie das &lt;strong&gt;Wahrscheinlichkeitsraster&lt;/strong&gt;, um den Schwellenwert später zu ändern, ohne das Modell erneut laufen zu lassen („Neuer Schwellenwert“).&lt;/p&gt;&lt;p&gt;&lt;strong&gt;Ausdehnung&lt;/strong&gt; und &lt;strong&gt;Maske&lt;/strong&gt; (gewählte Polygone) begrenzen die Suche. &lt;strong&gt;Kanäle&lt;/strong&gt; sind die Nummern, die dem Modell als Rot, Grün und Blau gezeigt werden, etwa 4,3,2. &lt;strong&gt;Streckung&lt;/strong&gt; ist das Paar von Perzentilen, die als Schwarz und Weiß gezeigt werden, etwa 2,98, oder Werte der Datei, etwa =0,1800; 8-Bit-Bilddaten brauchen keine.&lt;/p&gt;&lt;p&gt;Die Umgebung des Modells wird einmal mit dem Knopf „Einrichten“ im RRSIS-Bedienfeld (Ansicht › Bedienfelder › RRSIS) eingerichtet, oder mit &lt;code&gt;make setup&lt;/code&gt; in einer Arbeitskopie.&lt;/p&gt;&lt;p&gt;Auf der Kommandozeile:&lt;br&gt;&lt;code&gt;qgis_process run rrsis:segmentbyphrase -- INPUT=ortho.tif PHRASES="white cars" OUTPUT=cars.gpkg&lt;/code&gt;&lt;/p&gt;</translation>
    </message>
    <message>
      <source>What lies there is no untouched result of a search and is not replaced. Choose another file.</source>
      <translation type="vanished">Was dort liegt, ist kein unverändertes Ergebnis einer Suche und wird nicht ersetzt. Wählen Sie eine andere Datei.</translation>
    </message>
    <message>
      <source>{low:g} m a pixel</source>
      <translation type="vanished">{low:g} m je Pixel</translation>
    </message>
    <message>
      <source>{low:g} to {high:g} m a pixel</source>
      <translation type="vanished">{low:g} bis {high:g} m je Pixel</translation>
    </message>
    <message>
      <source>{found} in {seconds:.0f} s</source>
      <translation type="vanished">{found} in {seconds:.0f} s</translation>
    </message>
    <message numerus="yes">
      <source>{found} and {count} × %n other phrases</source>
      <translation type="vanished">
        <numerusform>{found} und {count} × %n andere Phrase</numerusform>
        <numerusform>{found} und {count} × %n andere Phrasen</numerusform>
      </translation>
    </message>
    <message>
      <source>The layer "{table}" cannot be changed.</source>
      <translation type="vanished">Der Layer „{table}“ kann nicht geändert werden.</translation>
    </message>
    <message>
      <source>The layer "{table}" cannot be changed: {reason}</source>
      <translation type="vanished">Der Layer „{table}“ kann nicht geändert werden: {reason}</translation>
    </message>
    <message>
      <source>looks at {low:g} m a pixel</source>
      <translation type="vanished">sieht {low:g} m je Pixel</translation>
    </message>
    <message>
      <source>looks at {low:g} to {high:g} m a pixel</source>
      <translation type="vanished">sieht {low:g} bis {high:g} m je Pixel</translation>
    </message>
    <message>
      <source>The recipe holds a value that cannot be read.</source>
      <translation type="vanished">Das Rezept enthält einen Wert, der nicht gelesen werden kann.</translation>
    </message>
    <message>
      <source>&lt;p&gt;Downloads the weights of a model, says their licence first, and checks them against their published SHA-256. A download that breaks off goes on the next time. Weights that are here are left alone, unless &lt;strong&gt;Fetch again&lt;/strong&gt; is set.&lt;/p&gt;&lt;p&gt;Give a &lt;strong&gt;checkpoint file&lt;/strong&gt; (.pth, .pt, .bin or .safetensors) to use weights of your own instead; for models without public weights that is the only way.&lt;/p&gt;&lt;p&gt;Example: &lt;code&gt;qgis_process run rrsis:fetchmodel -- MODEL=1 FILE=lgce.pth&lt;/code&gt;&lt;/p&gt;</source>
      <translation type="vanished">&lt;p&gt;Lädt die Gewichte eines Modells herunter, nennt vorher ihre Lizenz und prüft sie gegen ihren veröffentlichten SHA-256-Wert. Ein abgebrochener Download geht beim nächsten Mal weiter. Vorhandene Gewichte bleiben, wie sie sind, außer wenn &lt;strong&gt;Erneut holen&lt;/strong&gt; gesetzt ist.&lt;/p&gt;&lt;p&gt;Geben Sie eine &lt;strong&gt;Checkpoint-Datei&lt;/strong&gt; (.pth, .pt, .bin oder .safetensors) an, um eigene Gewichte zu verwenden; bei Modellen ohne öffentliche Gewichte ist das der einzige Weg.&lt;/p&gt;&lt;p&gt;Beispiel: &lt;code&gt;qgis_process run rrsis:fetchmodel -- MODEL=1 FILE=lgce.pth&lt;/code&gt;&lt;/p&gt;</translation>
    </message>
    <message>
      <source>to fetch on the command line, with its SHA-256, or to add</source>
      <translation type="vanished">auf der Kommandozeile zu holen, mit SHA-256, oder hinzuzufügen</translation>
    </message>
    <message>
      <source>The results in "{file}" cannot be read.</source>
      <translation type="vanished">Die Ergebnisse in „{file}“ können nicht gelesen werden.</translation>
    </message>
    <message>
      <source>Stopping …</source>
      <translation type="vanished">Wird angehalten …</translation>
    </message>
    <message numerus="yes">
      <source>%n objects were appended to “{layer}”. Save its edits, or undo them with Ctrl+Z.</source>
      <translation type="vanished">
        <numerusform>%n Objekt wurde an „{layer}“ angehängt. Speichern Sie die Änderungen, oder machen Sie sie mit Strg+Z rückgängig.</numerusform>
        <numerusform>%n Objekte wurden an „{layer}“ angehängt. Speichern Sie die Änderungen, oder machen Sie sie mit Strg+Z rückgängig.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>SegmentDock</name>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>RRSIS</source>
      <translation>RRSIS</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>How far the set-up is.</source>
      <translation>Wie weit die Einrichtung ist.</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Set up</source>
      <translation>Einrichten</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Downloads PyTorch and other packages into the folder named above. Needs the internet once.</source>
      <translation>Lädt PyTorch und andere Pakete in den oben genannten Ordner. Braucht einmal das Internet.</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Cancel</source>
      <translation>Abbrechen</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Stops the set-up; what was downloaded is used the next time.</source>
      <translation>Hält die Einrichtung an; was heruntergeladen wurde, wird beim nächsten Mal verwendet.</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Imagery</source>
      <translation>Bilddaten</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>The raster layer to search; it follows the active layer.</source>
      <translation>Der Rasterlayer, der durchsucht wird; er folgt dem aktiven Layer.</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Find</source>
      <translation>Finden</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>one phrase a line, such as
white cars
buildings with a tin roof</source>
      <translation>eine Phrase je Zeile, auf Englisch, etwa
white cars
buildings with a tin roof</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>What to find, in English, one phrase a line. Each phrase becomes a layer.</source>
      <translation>Was gefunden werden soll, auf Englisch, eine Phrase je Zeile. Jede Phrase wird ein Layer.</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Examples</source>
      <translation>Beispiele</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Pictures of what phrases mean; one click tries one.</source>
      <translation>Bilder dessen, was Phrasen bedeuten; ein Klick probiert eine aus.</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>History</source>
      <translation>Verlauf</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Phrases that you searched for before.</source>
      <translation>Phrasen, nach denen Sie früher gesucht haben.</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>…</source>
      <translation>…</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>More</source>
      <translation>Mehr</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Recipes to copy and paste, a report for those who help, settings.</source>
      <translation>Rezepte zum Kopieren und Einfügen, ein Bericht für Helfende, Einstellungen.</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Model</source>
      <translation>Modell</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>The bundled model runs on any laptop; the others need their weights.</source>
      <translation>Das mitgelieferte Modell läuft auf jedem Laptop; die anderen brauchen ihre Gewichte.</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Where</source>
      <translation>Wo</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Where to search.</source>
      <translation>Wo gesucht wird.</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Draw</source>
      <translation>Zeichnen</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Drag a rectangle on the map.</source>
      <translation>Ziehen Sie ein Rechteck auf der Karte auf.</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Polygons</source>
      <translation>Polygone</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>The polygon layer whose features bound the search.</source>
      <translation>Der Polygonlayer, dessen Objekte die Suche begrenzen.</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Threshold</source>
      <translation>Schwellenwert</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Lower finds more, higher is surer. It can be changed afterwards.</source>
      <translation>Niedriger findet mehr, höher ist sicherer. Er kann später geändert werden.</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Probability from which a pixel belongs to an object.</source>
      <translation>Wahrscheinlichkeit, ab der ein Pixel zu einem Objekt gehört.</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Smallest area, bands, stretch, pixel size and device.</source>
      <translation>Kleinste Fläche, Kanäle, Streckung, Pixelgröße und Gerät.</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Smallest area</source>
      <translation>Kleinste Fläche</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source> m²</source>
      <translation> m²</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Smaller polygons are dropped.</source>
      <translation>Kleinere Polygone entfallen.</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Bands</source>
      <translation>Kanäle</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>automatic, or 4,3,2</source>
      <translation>automatisch oder 4,3,2</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Numbers of the bands shown to the model as red, green and blue.</source>
      <translation>Nummern der Kanäle, die dem Modell als Rot, Grün und Blau gezeigt werden.</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Stretch</source>
      <translation>Streckung</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>automatic, or 2,98</source>
      <translation>automatisch oder 2,98</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Percentiles shown to the model as black and white, such as 2,98; or values of the file after “=”, such as =0,1800.</source>
      <translation>Perzentile, die dem Modell als Schwarz und Weiß gezeigt werden, etwa 2,98; oder Werte der Datei nach „=“, etwa =0,1800.</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Pixel size</source>
      <translation>Pixelgröße</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source> m</source>
      <translation> m</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>as the model prefers</source>
      <translation>wie vom Modell bevorzugt</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Metres a pixel at which the model looks.</source>
      <translation>Meter je Pixel, mit denen das Modell hinsieht.</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Device</source>
      <translation>Gerät</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Where the model runs.</source>
      <translation>Wo das Modell läuft.</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>What is likely to go wrong with this search, and what to do about it.</source>
      <translation>Was bei dieser Suche wahrscheinlich schiefgeht und was dagegen hilft.</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Search in the background; QGIS stays usable.</source>
      <translation>Sucht im Hintergrund; QGIS bleibt benutzbar.</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Preview</source>
      <translation>Vorschau</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Shows at once what would be found in the middle of the visible map; nothing is kept.</source>
      <translation>Zeigt sofort, was in der Mitte der sichtbaren Karte gefunden würde; nichts wird behalten.</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>How far the search is.</source>
      <translation>Wie weit die Suche ist.</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Stops the search and keeps what is finished.</source>
      <translation>Hält die Suche an und behält, was fertig ist.</translation>
    </message>
    <message>
      <source>Percentiles shown to the model as black and white.</source>
      <translation type="vanished">Perzentile, die dem Modell als Schwarz und Weiß gezeigt werden.</translation>
    </message>
  </context>
</TS>
